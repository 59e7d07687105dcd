package org.gongkai.report.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;

/** What the bodies owe: replies and confirmations, and the report itself by its day and in its form. */
final class DutyChecks {

    private static final String OVERDUE = "timeliness.overdue";
    private static final String UNCONFIRMED = "confirmed.no";
    private static final String PUBLISHED_ON = "publishedOn";
    private static final String FORM = "form";

    private DutyChecks() {}

    /** Of what was open at the end of the year nothing waits beyond its day. */
    static List<Check> overdue(Form form, Tables tables) {
        return List.of(Check.atMost(tables).left(OVERDUE).right(BigDecimal.ZERO));
    }

    static List<Check> confirmed(Form form, Tables tables) {
        Check check = Check.atMost(tables).left(UNCONFIRMED).right(BigDecimal.ZERO);
        if (check.verdict() == Verdict.BROKEN) {
            check.note("尚有%s个机关未确认本年度数据".formatted(check.delta().toPlainString()));
        }
        return List.of(check);
    }

    /** The form is that of the year; of a year before the first form that is built in nothing is known. */
    static List<Check> formOfYear(Form form, Tables tables) {
        Integer year = tables.issue().year();
        if (year == null || year < Integer.parseInt(Forms.FORM_2019.form())) {
            return List.of(Check.verdict(tables, Verdict.NOT_ASSESSABLE, FORM));
        }
        Form due = Forms.forYear(year);
        if (form.form().equals(due.form())) {
            return List.of(Check.verdict(tables, Verdict.HOLDS, FORM));
        }
        return List.of(Check.verdict(tables, Verdict.BROKEN, FORM)
                .note("%d年度报告应按%s所附格式编制，本报告用的是%s所附格式".formatted(year, due.source(), form.source())));
    }

    /** Article 49: departments by 31 January, governments by 31 March of the next year. */
    static List<Check> deadline(Form form, Tables tables) {
        Integer year = tables.issue().year();
        LocalDate published = tables.issue().publishedOn();
        Boolean government = tables.reporter().government();
        if (year == null || published == null || government == null) {
            return List.of(Check.verdict(tables, Verdict.NOT_ASSESSABLE, PUBLISHED_ON));
        }
        LocalDate last =
                government ? LocalDate.of(year + 1, Month.MARCH, 31) : LocalDate.of(year + 1, Month.JANUARY, 31);
        Verdict verdict = published.isAfter(last) ? Verdict.BROKEN : Verdict.HOLDS;
        return List.of(Check.verdict(tables, verdict, PUBLISHED_ON).note("公布于" + published + "，期限" + last));
    }
}
