package org.gongkai.intake.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Violated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTagTest {

    @Test
    void a_tag_is_quoted() {
        assertEquals("\"3\"", VersionTag.of(3));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\"3\"", " \"3\" ", "*", "\"2\", \"3\"", "\"2\",\"3\",\"4\""})
    void a_condition_that_is_absent_or_met_lets_pass(String ifMatch) {
        VersionTag.require(ifMatch, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "3", "\"33\"", "W/\"3\"", "\"2\", \"4\"", "'3'", ",", "**"})
    void a_condition_that_is_not_met_is_refused(String ifMatch) {
        assertEquals(ProblemType.STALE_VERSION, Violated.type(() -> VersionTag.require(ifMatch, 3)));
    }

    @Test
    void no_condition_is_met_by_a_record_that_does_not_exist() {
        assertEquals(ProblemType.STALE_VERSION, Violated.type(() -> VersionTag.require("*", 0)));
        assertEquals(ProblemType.STALE_VERSION, Violated.type(() -> VersionTag.require("\"1\"", 0)));
        VersionTag.require(null, 0);
    }
}
