package org.gongkai.statistics.counting;

/**
 * The key of a cell as the database has it: number of the organisation, months since January {@value #FIRST_YEAR} and number
 * of the kind in one long, in this order, so that the cells of an organisation and year lie side by side.
 */
public final class CellKey {

    /** First year that has a number. */
    public static final int FIRST_YEAR = 1900;

    private static final int MONTHS = 12;
    private static final int ORGANISATION_SHIFT = 32;
    private static final int MONTH_SHIFT = 16;
    private static final long KIND_MASK = 0xFFFF;

    private CellKey() {}

    /**
     * Packs a key.
     *
     * @param organisation number of the organisation, or whatever index a caller has for it
     * @param month months since January {@value #FIRST_YEAR}
     * @param kind number of the kind, or an index likewise
     */
    public static long of(int organisation, int month, int kind) {
        return (long) organisation << ORGANISATION_SHIFT | (long) month << MONTH_SHIFT | kind;
    }

    /** Months since January {@value #FIRST_YEAR}. */
    public static int month(int year, int month) {
        return (year - FIRST_YEAR) * MONTHS + month - 1;
    }

    /** The organisation of a key. */
    public static int organisation(long key) {
        return (int) (key >> ORGANISATION_SHIFT);
    }

    /** Months of a key. */
    public static int month(long key) {
        return (int) (key >> MONTH_SHIFT & KIND_MASK);
    }

    /** The kind of a key. */
    public static int kind(long key) {
        return (int) (key & KIND_MASK);
    }

    /** Year of months since January {@value #FIRST_YEAR}. */
    public static int yearOf(int month) {
        return FIRST_YEAR + month / MONTHS;
    }

    /** Month, 1 to 12, of months since January {@value #FIRST_YEAR}. */
    public static int monthOf(int month) {
        return month % MONTHS + 1;
    }
}
