package org.gongkai.intake.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.intake.problem.Violated;
import org.gongkai.intake.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 3, 4);
    private final List<Violation> wrong = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "0001-01-01, before-the-regulations",
        "2008-04-30, before-the-regulations",
        "2008-05-01, ",
        "2021-03-03, ",
        "2021-03-04, ",
        "2021-03-05, in-the-future",
        "9999-12-31, in-the-future"
    })
    void a_day_lies_between_the_regulations_and_today(LocalDate day, String key) {
        Days.check("day", day, TODAY, wrong);

        assertEquals(key == null ? List.of() : List.of("day " + key), Violated.named(wrong));
    }

    @Test
    void an_absent_day_is_not_wrong() {
        Days.check("day", null, TODAY, wrong);

        assertEquals(List.of(), wrong);
    }
}
