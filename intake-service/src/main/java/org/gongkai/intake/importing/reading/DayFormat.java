package org.gongkai.intake.importing.reading;

/** Whether a number format of a workbook shows a day (ECMA-376, part 1, 18.8.30). */
final class DayFormat {

    private static final int FIRST_DAY = 14;
    private static final int LAST_DAY = 17;
    private static final int DAY_AND_TIME = 22;
    private static final int FIRST_EAST_ASIAN = 27;
    private static final int LAST_EAST_ASIAN = 36;
    private static final int FIRST_MORE = 50;
    private static final int LAST_MORE = 58;

    private DayFormat() {}

    static boolean isDay(Integer id, String format) {
        if (id == null) {
            return false;
        }
        boolean built = id >= FIRST_DAY && id <= LAST_DAY
                || id == DAY_AND_TIME
                || id >= FIRST_EAST_ASIAN && id <= LAST_EAST_ASIAN
                || id >= FIRST_MORE && id <= LAST_MORE;
        return built
                || format != null
                        && format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "")
                                .matches("(?i).*(y|d|年|月|日).*");
    }
}
