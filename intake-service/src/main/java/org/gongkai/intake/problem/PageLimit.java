package org.gongkai.intake.problem;

/** How many items a page may have: 1 to 500, 50 unless told. */
public final class PageLimit {

    /** Unless told. */
    public static final int DEFAULT = 50;

    /** At most. */
    public static final int MOST = 500;

    private PageLimit() {}

    /** Reads the parameter {@code limit}. */
    public static int of(String limit) {
        if (limit == null) {
            return DEFAULT;
        }
        try {
            int value = Integer.parseInt(limit);
            if (value >= 1 && value <= MOST) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, with what to send
        }
        throw new Refusal(ProblemType.INVALID_PARAMETER, "limit", "1–" + MOST);
    }
}
