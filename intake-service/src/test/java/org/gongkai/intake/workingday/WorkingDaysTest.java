package org.gongkai.intake.workingday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final WorkingDays SHIPPED = WorkingDays.of(ShippedYears.read());

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void every_given_deadline_comes_out() throws IOException {
        JsonNode vectors;
        try (InputStream file = WorkingDaysTest.class.getResourceAsStream("deadline-vectors.json")) {
            vectors = new ObjectMapper().readTree(file).get("vectors");
        }
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> reckoned = new TreeMap<>();
        for (JsonNode vector : vectors) {
            String receipt = vector.get("receipt").asText();
            for (int n : new int[] {7, 15, 20, 40}) {
                expected.put(receipt + "+" + n, vector.get("plus" + n).asText());
                reckoned.put(
                        receipt + "+" + n, SHIPPED.after(day(receipt), n).day().toString());
            }
        }

        assertEquals(expected, reckoned);
        assertEquals(8 * 4, expected.size(), "all vectors were found");
    }

    @Test
    void the_shipped_years_have_the_working_days_that_the_notices_give() {
        Map<Integer, Integer> counts = new TreeMap<>();
        SHIPPED.years().forEach(year -> counts.put(year, SHIPPED.count(year)));

        assertEquals(
                Map.of(2019, 250, 2020, 249, 2021, 250, 2022, 249, 2023, 249, 2024, 251, 2025, 248, 2026, 248), counts);
    }

    @Test
    void a_day_is_what_the_notice_makes_of_it() {
        assertEquals(Day.Kind.WORKDAY, SHIPPED.day(day("2024-02-09")).kind(), "除夕 of 2024 was no day off");
        assertEquals(Day.Kind.MAKEUP_WORKDAY, SHIPPED.day(day("2024-02-18")).kind());
        assertEquals(Day.Kind.WEEKEND, SHIPPED.day(day("2024-02-24")).kind());
        assertEquals(Day.Kind.HOLIDAY, SHIPPED.day(day("2024-02-12")).kind());
        assertEquals("春节", SHIPPED.day(day("2024-02-12")).name());
        assertEquals(Day.Kind.HOLIDAY, SHIPPED.day(day("2024-02-17")).kind(), "a Saturday inside the holiday");
        assertEquals(Day.Kind.WORKDAY, SHIPPED.day(day("2020-02-03")).kind(), "a Monday that the notice names");
        assertTrue(SHIPPED.day(day("2024-02-12")).notice().contains("gov.cn"));
    }

    @Test
    void a_year_that_is_not_loaded_is_never_guessed_not_even_where_a_neighbours_notice_names_a_day_of_it() {
        assertEquals(Optional.empty(), SHIPPED.isWorking(day("2018-12-29")));
        assertEquals(Optional.of(true), SHIPPED.isWorking(day("2026-12-31")));
        assertEquals(Optional.empty(), SHIPPED.isWorking(day("2027-01-04")));
        assertFalse(SHIPPED.knows(2027));
        assertEquals(new Reckoned(null, 2027), SHIPPED.after(day("2026-12-31"), 1));
        assertEquals(new Reckoned(null, 2018), SHIPPED.after(day("2018-12-27"), 1));
        assertEquals(
                2027,
                assertThrows(MissingCalendar.class, () -> SHIPPED.between(day("2026-12-01"), day("2027-01-01")))
                        .year());
    }

    @Test
    void a_count_may_reach_the_last_loaded_day_and_not_the_next() {
        int rest = SHIPPED.between(day("2026-12-10"), day("2026-12-31"));

        assertEquals(new Reckoned(day("2026-12-31"), null), SHIPPED.after(day("2026-12-10"), rest));
        assertEquals(new Reckoned(null, 2027), SHIPPED.after(day("2026-12-10"), rest + 1));
        assertEquals(0, SHIPPED.between(day("2026-12-31"), day("2026-12-31")));
        assertEquals(0, SHIPPED.between(day("2026-12-31"), day("2026-12-01")));
        assertEquals(1, SHIPPED.between(day("2021-12-31"), day("2022-01-04")), "four days, of which three are off");
    }

    @Test
    void the_base_is_not_counted_and_no_days_after_it_are_the_base_itself() {
        assertEquals(day("2021-10-01"), SHIPPED.after(day("2021-10-01"), 0).day());
        assertEquals(day("2021-10-08"), SHIPPED.after(day("2021-10-01"), 1).day());
        assertEquals(day("2021-10-09"), SHIPPED.after(day("2021-10-08"), 1).day());
    }

    @Test
    void a_day_that_two_notices_name_is_as_the_later_year_has_it_in_whichever_order_they_come() {
        List<CalendarYear> years = new ArrayList<>(ShippedYears.read());
        years.add(
                0,
                new CalendarYear(
                        2027,
                        "notice of 2027",
                        List.of(
                                new SpecialDay(day("2026-12-31"), SpecialDay.Kind.OFF, "元旦"),
                                new SpecialDay(day("2027-01-01"), SpecialDay.Kind.OFF, "元旦"),
                                new SpecialDay(day("2027-01-03"), SpecialDay.Kind.MAKEUP_WORKDAY, "元旦"))));

        WorkingDays days = WorkingDays.of(years);

        assertEquals(Optional.of(false), days.isWorking(day("2026-12-31")));
        assertEquals(247, days.count(2026));
        assertEquals(day("2027-01-03"), days.after(day("2026-12-30"), 1).day());
    }
}
