package org.gongkai.intake.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongkai.intake.problem.Violated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationBodyTest {

    private static OrganisationBody of(
            String name, String parent, String since, String unit, String phone, String url) {
        return new OrganisationBody(
                name,
                parent,
                since == null ? null : LocalDate.parse(since),
                Level.CITY,
                Kind.GOVERNMENT,
                null,
                unit,
                phone,
                url,
                null);
    }

    private static List<String> wrong(String code, OrganisationBody body) {
        return Violated.by(() -> body.checked(code));
    }

    @Test
    void what_is_right_is_taken_trimmed_and_may_issue_no_rules_unless_said() {
        assertEquals(
                new OrganisationBody("庆阳市", null, null, Level.CITY, Kind.GOVERNMENT, false, null, "0934-1", null, null),
                of(" 庆阳市 ", null, null, " ", " 0934-1 ", null).checked("621000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "621000x", "6 2", "庆阳", "A_1", "62.", "\u0000", "11111111111111111111111111111111111111111"})
    void a_code_is_1_to_40_of_digits_capitals_and_hyphens(String code) {
        assertEquals(List.of("code code"), wrong(code, of("名", null, null, null, null, null)));
        assertEquals(List.of("parent code"), wrong("1", of("名", code, null, null, null, null)));
    }

    @Test
    void name_level_and_kind_are_required() {
        OrganisationBody bare = new OrganisationBody(null, null, null, null, null, null, null, null, null, null);
        assertEquals(Set.of("name required", "level required", "kind required"), Set.copyOf(wrong("1", bare)));
    }

    @Test
    void since_when_goes_with_a_parent() {
        assertEquals(List.of("parentSince needs-parent"), wrong("1", of("名", null, "2021-01-01", null, null, null)));
        of("名", "2", "2021-01-01", null, null, null).checked("1");
    }

    @Test
    void each_text_is_taken_at_its_bound_and_refused_above_it() {
        String most = "一".repeat(200);
        of(most, null, null, most, "1".repeat(60), "u".repeat(500)).checked("1".repeat(40));
        assertEquals(
                List.of("name too-long", "contactUnit too-long", "contactPhone too-long", "reportUrl too-long"),
                wrong("1", of(most + "一", null, null, most + "一", "1".repeat(61), "u".repeat(501))));
    }
}
