package org.gongkai.report.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.gongkai.report.form.Form;

/** What the bodies owe by a day: replies, confirmations, the report itself. */
final class DutyChecks {

    private static final String OVERDUE = "timeliness.overdue";
    private static final String UNCONFIRMED = "confirmed.no";
    private static final String PUBLISHED_ON = "publishedOn";

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
