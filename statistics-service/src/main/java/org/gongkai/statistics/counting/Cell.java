package org.gongkai.statistics.counting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * The key of one count. Keys are ordered as the table's primary key, so that every writer locks rows in one order.
 *
 * @param organisation code of the body that the fact belongs to, for ever
 * @param year of the day that counts, in Asia/Shanghai
 * @param month 1 to 12
 * @param category a finer code of the measure, {@value #NO_CATEGORY} where it has none
 * @param applicantType code of the applicant's type, {@value #NO_APPLICANT} where nobody applied
 */
public record Cell(String organisation, int year, int month, Measure measure, String category, String applicantType)
        implements Comparable<Cell> {

    /** Category of a measure that has none. */
    public static final String NO_CATEGORY = "-";

    /** Applicant type of a measure that is not about applications. */
    public static final String NO_APPLICANT = "-";

    private static final Comparator<Cell> BY_KEY = Comparator.comparing(Cell::organisation)
            .thenComparingInt(Cell::year)
            .thenComparingInt(Cell::month)
            .thenComparing(cell -> cell.measure.name())
            .thenComparing(Cell::category)
            .thenComparing(Cell::applicantType);

    /** The cell of a day. */
    public static Cell on(String organisation, LocalDate day, Measure measure, String category, String applicantType) {
        return new Cell(organisation, day.getYear(), day.getMonthValue(), measure, category, applicantType);
    }

    /** The cell of a day, of a measure that is not about applications. */
    public static Cell on(String organisation, LocalDate day, Measure measure, String category) {
        return on(organisation, day, measure, category, NO_APPLICANT);
    }

    /** The cell of a month, of a measure that is not about applications. */
    public static Cell in(String organisation, YearMonth month, Measure measure, String category) {
        return new Cell(organisation, month.getYear(), month.getMonthValue(), measure, category, NO_APPLICANT);
    }

    @Override
    public int compareTo(Cell other) {
        return BY_KEY.compare(this, other);
    }
}
