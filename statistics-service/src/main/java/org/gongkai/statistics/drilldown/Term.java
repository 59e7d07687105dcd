package org.gongkai.statistics.drilldown;

import org.gongkai.statistics.counting.Kind;
import org.gongkai.statistics.counting.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Cells that go into a figure, and how: added (1), taken off (-1) or left out (0).
 *
 * @param category null: every category; one that ends with a dot or an underscore: all that begin with it
 * @param applicantType null: every type
 * @param before how counts of earlier years go in
 * @param within how counts of the year go in
 */
record Term(
        Measure measure,
        @Nullable String category,
        @Nullable String applicantType,
        int before,
        int within) {

    /** What is counted in the year. */
    static Term within(Measure measure, @Nullable String category) {
        return new Term(measure, category, null, 0, 1);
    }

    Term of(@Nullable String type) {
        return new Term(measure, category, type, before, within);
    }

    boolean holds(Kind kind) {
        return kind.measure() == measure
                && (applicantType == null || applicantType.equals(kind.applicantType()))
                && (category == null || category.equals(kind.category()) || isGroup(category, kind.category()));
    }

    private static boolean isGroup(String group, String category) {
        return (group.endsWith("_") || group.endsWith(".")) && category.startsWith(group);
    }
}
