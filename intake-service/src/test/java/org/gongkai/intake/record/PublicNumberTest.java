package org.gongkai.intake.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.intake.problem.Violated;
import org.gongkai.intake.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicNumberTest {

    private final List<Violation> wrong = new ArrayList<>();

    @Test
    void sixty_four_characters_are_taken_and_sixty_five_are_not() {
        String most = "庆".repeat(64);
        assertEquals(most, checked(" " + most + " "));
        assertEquals(List.of(), wrong);

        assertNull(checked(most + "庆"));
        assertEquals(List.of("caseNumber too-long"), Violated.named(wrong));
    }

    @Test
    void a_case_needs_its_number() {
        assertNull(checked("\u3000"));
        assertEquals(List.of("caseNumber required"), Violated.named(wrong));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "10, true", "11, false", "12, true", "16, true", "17, true", "18, false", "19, true"})
    void a_run_of_as_many_digits_as_a_telephone_or_identity_number_has_is_refused(int digits, boolean taken) {
        for (String around : new String[] {"%s", "庆公开〔2021〕%s号", "A%s-1", "-%s-"}) {
            wrong.clear();
            String number = around.formatted("1".repeat(digits));
            assertEquals(taken ? number : null, checked(number));
            assertEquals(taken ? List.of() : List.of("caseNumber personal-number"), Violated.named(wrong));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "62280119900101123X",
                "62280119900101123x",
                "申请62280119900101123X号",
                "１３８００１３８０００",
                "６２２８０１１９９００１０１１２３Ｘ",
                "138００138000",
                "2021-13800138000"
            })
    void full_width_digits_and_a_last_x_are_digits_too(String number) {
        assertNull(checked(number));
        assertEquals(List.of("caseNumber personal-number"), Violated.named(wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"庆公开〔2021〕12号", "2021-0304-0001", "20210304-0001", "1234567890X"})
    void a_number_of_the_bodys_own_is_taken(String number) {
        assertEquals(number, checked(number));
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\n2", "1\t2", "1\u00002", "1\u007f2", "1\ud8002"})
    void a_number_stands_on_one_line_of_usable_characters(String number) {
        assertNull(checked(number));
        assertEquals(List.of("caseNumber unusable-character"), Violated.named(wrong));
    }

    private String checked(String number) {
        return PublicNumber.required("caseNumber", number, PublicNumber.MOST, wrong);
    }
}
