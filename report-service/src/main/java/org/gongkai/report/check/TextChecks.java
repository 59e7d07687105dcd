package org.gongkai.report.check;

import java.util.List;
import org.gongkai.report.form.Form;

/** What the text must speak of. */
final class TextChecks {

    private static final int OVERVIEW = 1;
    private static final int OTHER_MATTERS = 6;
    private static final String FEE = "信息处理费";

    /** 工作考核、社会评议和责任追究结果, by the word that a text cannot do without. */
    private static final List<String> ARTICLE_50_4 = List.of("考核", "评议", "追究");

    private TextChecks() {}

    static List<Check> processingFee(Form form, Tables tables) {
        return List.of(mentions(tables, OTHER_MATTERS, FEE));
    }

    static List<Check> supervision(Form form, Tables tables) {
        Boolean government = tables.reporter().government();
        return ARTICLE_50_4.stream()
                .map(word -> mentions(tables, OVERVIEW, word).unless(Boolean.TRUE.equals(government)))
                .toList();
    }

    private static Check mentions(Tables tables, int section, String word) {
        String text = tables.text(section);
        Verdict verdict = text == null ? Verdict.NOT_ASSESSABLE : text.contains(word) ? Verdict.HOLDS : Verdict.BROKEN;
        return Check.verdict(tables, verdict, "sections." + section).note(word);
    }
}
