package org.gongkai.local.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Licences, penalties, coercive measures and administrative fees: reported monthly by every department. */
final class Decisions {

    private static final List<String> KINDS = List.of("LICENSES", "PENALTIES", "COERCIVE");
    private static final BigDecimal FEN_OF_TEN_THOUSAND_YUAN = BigDecimal.valueOf(1_000_000);

    private Decisions() {}

    static List<Posting> of(PublishedReport report) {
        int year = Months.yearOf(report);
        List<Body> departments = Body.all().stream()
                .filter(body -> body.kind().equals("DEPARTMENT"))
                .toList();
        List<Posting> postings = new ArrayList<>();
        for (String kind : KINDS) {
            Months.split(
                    report.figure("/table2/" + kind),
                    departments,
                    (body, month, part) -> postings.add(Posting.of(
                            body.code(),
                            "/administrative-decisions",
                            Posting.recordOf(body.code())
                                    .put("kind", kind)
                                    .put("period", Months.period(year, month))
                                    .put("decisions", part)
                                    .put("reference", Months.period(year, month) + "-" + kind))));
        }
        Months.split(
                fen(report),
                departments,
                (body, month, part) -> postings.add(Posting.of(
                        body.code(),
                        "/administrative-fees",
                        Posting.recordOf(body.code())
                                .put("period", Months.period(year, month))
                                .put("amountYuan", BigDecimal.valueOf(part, 2).toPlainString())
                                .put("reference", Months.period(year, month) + "-FEES"))));
        return postings;
    }

    /** The published 万元, exact to the fen. */
    static long fen(PublishedReport report) {
        return new BigDecimal(report.text("/table2/FEES_WAN"))
                .multiply(FEN_OF_TEN_THOUSAND_YUAN)
                .longValueExact();
    }
}
