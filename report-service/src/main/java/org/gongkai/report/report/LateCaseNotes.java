package org.gongkai.report.report;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.report.check.Finding;
import org.gongkai.report.check.Rule;
import org.gongkai.report.check.Tables;
import org.gongkai.report.check.Verdict;
import org.gongkai.report.statement.LateCase;
import org.gongkai.report.statement.Statement;

/** Names the cases for which a printed year closes otherwise now, where the check says that it does. */
final class LateCaseNotes {

    private static final int MOST_NAMED = 20;

    private LateCaseNotes() {}

    static List<Finding> on(List<Finding> findings, Statement statement) {
        if (statement.printed() == null || statement.printed().late().isEmpty()) {
            return findings;
        }
        return findings.stream()
                .map(finding -> note(finding, statement.printed().late()))
                .toList();
    }

    private static Finding note(Finding finding, List<LateCase> late) {
        if (!finding.rule().equals(Rule.PRINTED_CLOSING.code()) || finding.verdict() != Verdict.BROKEN) {
            return finding;
        }
        String column = finding.cells().get(0).substring(Tables.LIVE_CLOSING.length());
        List<LateCase> explaining = late.stream()
                .filter(one -> one.column().equals(column) || column.equals("TOTAL"))
                .toList();
        if (explaining.isEmpty()) {
            return finding;
        }
        String named =
                explaining.stream().limit(MOST_NAMED).map(LateCase::words).collect(Collectors.joining("、"));
        return finding.noting("。定稿后变动的案件：" + named + (explaining.size() > MOST_NAMED ? "等" : ""));
    }
}
