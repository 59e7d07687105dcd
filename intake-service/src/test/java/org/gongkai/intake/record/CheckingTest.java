package org.gongkai.intake.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.intake.problem.Violation;
import org.junit.jupiter.api.Test;

class CheckingTest {

    private final Checking check = new Checking(LocalDate.of(2021, 3, 4));

    private List<String> keys() {
        return check.wrong().stream().map(Violation::key).toList();
    }

    @Test
    void a_period_is_taken_from_the_regulations_on_until_it_has_begun() {
        for (String good : List.of("2008", "2008-05", "2021", "2021-03")) {
            assertEquals(good, check.period("period", good));
        }
        assertEquals(List.of(), keys());
        for (String bad : List.of("2007", "2008-04", "2022", "2021-04")) {
            assertNull(check.period("period", bad));
        }
        assertEquals(
                List.of("before-the-regulations", "before-the-regulations", "in-the-future", "in-the-future"), keys());
    }

    @Test
    void a_whole_year_counts_in_december() {
        assertEquals(LocalDate.of(2021, 12, 31), Period.countsFor("2021"));
        assertEquals(LocalDate.of(2020, 2, 29), Period.countsFor("2020-02"));
        assertEquals(LocalDate.of(2021, 1, 1), Period.firstDay("2021"));
    }

    @Test
    void a_count_is_taken_at_its_bounds_and_not_beyond() {
        assertEquals(1L, check.count("items", 1L, 1));
        assertEquals(Checking.MOST_COUNT, check.count("items", Checking.MOST_COUNT, 1));
        assertEquals(List.of(), keys());
        check.count("items", 0L, 1);
        check.count("items", Checking.MOST_COUNT + 1, 1);
        check.count("items", null, 1);
        assertEquals(List.of("count", "count", "required"), keys());
    }

    @Test
    void a_day_is_taken_from_the_regulations_on_until_today() {
        check.day("on", LocalDate.of(2008, 5, 1));
        check.day("on", LocalDate.of(2021, 3, 4));
        assertEquals(List.of(), keys());
        check.day("on", LocalDate.of(2008, 4, 30));
        check.day("on", LocalDate.of(2021, 3, 5));
        check.day("on", null);
        assertEquals(List.of("before-the-regulations", "in-the-future", "required"), keys());
    }

    @Test
    void a_number_of_a_person_is_no_reference() {
        assertEquals("公开〔2021〕1234567890号", check.reference(" 公开〔2021〕1234567890号 "));
        assertNull(check.reference(" "));
        assertEquals("123456789012", check.reference("123456789012"));
        assertEquals("9".repeat(12) + "公".repeat(52), check.reference("9".repeat(12) + "公".repeat(52)));
        assertEquals(List.of(), keys());
        for (String bad :
                List.of("电话13800138000", "１３８００１３８０００", "62280119900101123X", "1".repeat(18), "公".repeat(65), "a\nb")) {
            assertNull(check.reference(bad));
        }
        assertEquals(
                List.of(
                        "personal-number",
                        "personal-number",
                        "personal-number",
                        "personal-number",
                        "too-long",
                        "unusable-character"),
                keys());
    }
}
