package org.gongkai.intake.workingday;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The years that come with the service, 2019 to 2026: a copy of the State Council's notices, each day with its source. */
public final class ShippedYears {

    private static final String FILE = "working-day-calendar-2019-2026.csv";
    private static final int DATE = 0;
    private static final int KIND = 2;
    private static final int NAME = 3;
    private static final int YEAR = 4;
    private static final int SOURCE = 5;

    private ShippedYears() {}

    /** In order. */
    public static List<CalendarYear> read() {
        Map<Integer, List<SpecialDay>> days = new TreeMap<>();
        Map<Integer, String> notices = new TreeMap<>();
        for (String line : lines()) {
            String[] cells = line.split(",", -1);
            int year = Integer.parseInt(cells[YEAR]);
            days.computeIfAbsent(year, first -> new ArrayList<>())
                    .add(new SpecialDay(
                            LocalDate.parse(cells[DATE]),
                            SpecialDay.Kind.valueOf(cells[KIND].toUpperCase(Locale.ROOT)),
                            cells[NAME]));
            notices.put(year, cells[SOURCE]);
        }
        return days.entrySet().stream()
                .map(year -> new CalendarYear(year.getKey(), notices.get(year.getKey()), year.getValue()))
                .toList();
    }

    private static List<String> lines() {
        try (InputStream file = ShippedYears.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
