package org.gongkai.report.report;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.report.check.Finding;
import org.gongkai.report.check.Rule;
import org.gongkai.report.check.Verdict;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.FormCell;
import org.gongkai.report.form.Forms;
import org.gongkai.report.statement.Statement;

/** Says, where a live report is not in the form of its year, which cells of that form are not counted. */
final class FormNotes {

    private FormNotes() {}

    static List<Finding> on(List<Finding> findings, Statement statement) {
        return findings.stream().map(finding -> note(finding, statement.year())).toList();
    }

    private static Finding note(Finding finding, int year) {
        if (!finding.rule().equals(Rule.FORM_OF_YEAR.code()) || finding.verdict() != Verdict.BROKEN) {
            return finding;
        }
        Form due = Forms.forYear(year);
        List<FormCell> uncounted = Forms.uncounted(due).stream()
                .filter(cell -> cell.table().equals(FormCell.PROACTIVE))
                .toList();
        return finding.noting("；该格式表二的%s等%d格未作统计，不能以空格代替。报告不得缺项，故按各格均有统计的格式编制，不可比的指标不作比较"
                .formatted(
                        uncounted.stream().map(FormCell::columnLabel).distinct().collect(Collectors.joining("、")),
                        uncounted.size()));
    }
}
