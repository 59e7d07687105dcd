package org.gongkai.statistics.counts;

import java.util.EnumSet;
import java.util.Set;
import org.gongkai.statistics.counting.Measure;

/** What counts can be broken down by, in the order in which rows carry it. */
enum Dimension {
    ORGANISATION("member.organisation"),
    LEVEL("member.level"),
    MONTH("to_char(make_date(cell.year, cell.month, 1), 'YYYY-MM')"),
    APPLICANT_TYPE("cell.applicant_type"),
    OUTCOME("cell.category"),
    CHANNEL("cell.category");

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** The SQL expression; made here only, never of what a caller sent. */
    String column() {
        return column;
    }

    /** What a measure can be broken down by: only what is decided has an outcome, only what is received a channel. */
    static Set<Dimension> of(Measure measure) {
        return EnumSet.complementOf(EnumSet.of(measure == Measure.RECEIVED ? OUTCOME : CHANNEL));
    }
}
