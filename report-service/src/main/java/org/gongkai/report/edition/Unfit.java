package org.gongkai.report.edition;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.report.check.Finding;
import org.gongkai.report.figure.Quantity;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.gongkai.report.report.YearlyReport;

/** What keeps a report from being frozen: facts that could not be read, and checks that block. */
final class Unfit {

    private static final int MOST_SHOWN = 50;

    private Unfit() {}

    /** Refuses what must not be frozen, and says which cells are the reason. */
    static void refuse(YearlyReport report) {
        if (!report.source().complete()) {
            throw new Refusal(ProblemType.STATEMENT_INCOMPLETE);
        }
        List<Finding> blocking =
                report.checks().findings().stream().filter(Finding::blocks).toList();
        if (blocking.isEmpty()) {
            return;
        }
        Refusal refusal = new Refusal(
                ProblemType.CHECKS_BROKEN,
                blocking.stream().map(Finding::rule).distinct().collect(Collectors.joining("、")));
        blocking.stream()
                .limit(MOST_SHOWN)
                .forEach(finding -> refusal.field(
                        finding.rule(),
                        "broken-check",
                        text(finding.left()),
                        text(finding.right()),
                        text(finding.delta()),
                        String.join(" ", finding.cells())));
        throw refusal;
    }

    private static String text(Quantity side) {
        return side == null ? "—" : side.print();
    }
}
