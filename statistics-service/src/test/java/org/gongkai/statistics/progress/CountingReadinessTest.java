package org.gongkai.statistics.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingReadinessTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"0,10,true", "9,10,true", "10,10,true", "11,10,false", "11,0,true", "-,10,true", "-,0,true"})
    void counting_may_be_behind_up_to_the_bound_and_a_lag_that_is_not_known_is_none(Long lag, long most, boolean may) {
        assertEquals(may, CountingReadiness.isWithinLag(lag, most));
    }
}
