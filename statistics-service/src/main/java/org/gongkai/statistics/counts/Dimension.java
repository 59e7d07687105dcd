package org.gongkai.statistics.counts;

import java.util.EnumSet;
import java.util.Set;
import org.gongkai.statistics.counting.Measure;

/** What counts can be broken down by, in the order in which rows carry it. */
enum Dimension {
    ORGANISATION("member.organisation"),
    LEVEL("member.level"),
    MONTH("to_char(make_date(1900, 1, 1) + make_interval(months => (cell.key >> 16 & 65535)::integer), 'YYYY-MM')"),
    APPLICANT_TYPE("kind.applicant_type"),
    OUTCOME("kind.category"),
    CHANNEL("kind.category"),
    WORKING_DAYS("kind.category::integer"),
    DUE_DAY("to_char(make_date(1900, 1, 1) + make_interval(months => (cell.key >> 16 & 65535)::integer), 'YYYY-MM-')"
            + " || kind.category"),
    CATEGORY("kind.category");

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** The SQL expression; made here only, never of what a caller sent. */
    String column() {
        return column;
    }

    /** What a measure can be broken down by: where it stands and when, who applied, and the one word for its category. */
    static Set<Dimension> of(Measure measure) {
        Set<Dimension> dimensions = EnumSet.of(ORGANISATION, LEVEL, MONTH);
        switch (measure) {
            case RECEIVED -> dimensions.addAll(EnumSet.of(APPLICANT_TYPE, CHANNEL));
            case DECIDED -> dimensions.addAll(EnumSet.of(APPLICANT_TYPE, OUTCOME));
            case DECIDED_IN -> dimensions.add(WORKING_DAYS);
            case DUE -> dimensions.add(DUE_DAY);
            case PUBLICATIONS -> dimensions.add(CHANNEL);
            case ITEMS, ADMINISTRATIVE_FEES_FEN, PROCESSING_FEE_CASES, PROCESSING_FEE_FEN -> {
                // They have no finer code.
            }
            default -> dimensions.add(CATEGORY);
        }
        return dimensions;
    }
}
