package org.gongkai.report.edition;

import java.util.List;
import java.util.Map;
import org.gongkai.report.check.Finding;

/** The rules that were broken and waived, as an edition keeps them: rule, reason, by, at. */
final class Waived {

    private Waived() {}

    /** None as long as findings carry no waivers. */
    static List<Map<String, String>> of(List<Finding> findings) {
        return List.of();
    }
}
