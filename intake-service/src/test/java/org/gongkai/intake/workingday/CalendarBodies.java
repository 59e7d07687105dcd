package org.gongkai.intake.workingday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Bodies of {@code PUT /calendar/{year}}. */
public final class CalendarBodies {

    private CalendarBodies() {}

    /** An invented arrangement of 2027, which no notice has made yet: 247 working days. */
    public static String of2027() {
        List<String> days = new ArrayList<>();
        off(days, "元旦", "2027-01-01", 3);
        off(days, "春节", "2027-02-05", 8);
        off(days, "清明节", "2027-04-03", 3);
        off(days, "劳动节", "2027-05-01", 5);
        off(days, "端午节", "2027-06-09", 1);
        off(days, "中秋节", "2027-09-15", 1);
        off(days, "国庆节", "2027-10-01", 7);
        for (String day : List.of("2027-01-30", "2027-02-20", "2027-05-08", "2027-09-26")) {
            days.add(day(day, "MAKEUP_WORKDAY", "调休"));
        }
        return body("演示：2027年部分节假日安排", days);
    }

    /** The shipped arrangement of a year. */
    public static String shipped(int year) {
        return shipped(year, List.of());
    }

    /** The shipped arrangement of a year, with more days off. */
    public static String shipped(int year, List<String> moreOff) {
        CalendarYear shipped = ShippedYears.read().stream()
                .filter(each -> each.year() == year)
                .findFirst()
                .orElseThrow();
        List<String> days = shipped.days().stream()
                .map(day -> day(day.date().toString(), day.kind().name(), day.name()))
                .collect(Collectors.toCollection(ArrayList::new));
        moreOff.forEach(day -> days.add(day(day, "OFF", "调整放假")));
        return body(shipped.notice(), days);
    }

    /** A body of these days. */
    public static String body(String notice, List<String> days) {
        return "{\"notice\": \"" + notice + "\", \"days\": [" + String.join(", ", days) + "]}";
    }

    /** A day of one. */
    public static String day(String date, String kind, String name) {
        return "{\"date\": \"%s\", \"kind\": \"%s\", \"name\": \"%s\"}".formatted(date, kind, name);
    }

    private static void off(List<String> days, String name, String first, int many) {
        for (int i = 0; i < many; i++) {
            days.add(day(LocalDate.parse(first).plusDays(i).toString(), "OFF", name));
        }
    }
}
