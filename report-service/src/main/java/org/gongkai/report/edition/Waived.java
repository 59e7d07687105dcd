package org.gongkai.report.edition;

import java.util.List;
import java.util.Map;
import org.gongkai.report.check.Finding;

/** The rules that were broken and waived, as an edition keeps them: rule, reason, by, at. */
final class Waived {

    private Waived() {}

    static List<Map<String, String>> of(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.waived() != null)
                .map(finding -> Map.of(
                        "rule",
                        finding.rule(),
                        "reason",
                        finding.waived().reason(),
                        "by",
                        finding.waived().by(),
                        "at",
                        finding.waived().at().toString()))
                .distinct()
                .toList();
    }
}
