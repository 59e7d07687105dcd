package org.gongkai.intake.workingday;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The given calendar read a second time, line by line, for tests that must not ask the code under test. */
public final class DayList {

    private static final Map<LocalDate, String> KINDS = read();

    private DayList() {}

    /** Monday to Friday unless off; Saturday and Sunday only if made up for. Of 2019 to 2026. */
    public static boolean works(LocalDate day) {
        if (day.getYear() < 2019 || day.getYear() > 2026) {
            throw new IllegalArgumentException("no notice for " + day);
        }
        String kind = KINDS.getOrDefault(day, "ordinary");
        return day.getDayOfWeek().getValue() <= 5 ? !kind.equals("off") : kind.equals("makeup_workday");
    }

    private static Map<LocalDate, String> read() {
        Map<LocalDate, String> kinds = new HashMap<>();
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                DayList.class.getResourceAsStream("working-day-calendar-2019-2026.csv"), StandardCharsets.UTF_8))) {
            file.readLine();
            for (String line = file.readLine(); line != null; line = file.readLine()) {
                kinds.put(LocalDate.parse(line.substring(0, 10)), line.split(",")[2]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kinds;
    }
}
