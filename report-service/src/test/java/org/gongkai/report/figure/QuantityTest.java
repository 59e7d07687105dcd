package org.gongkai.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class QuantityTest {

    @Test
    void wan_yuan_are_rounded_half_up_at_four_places_and_carry_no_zeros_at_the_end() {
        assertEquals("47593.6663", Quantity.wan(new BigDecimal("475936663.00")).print());
        assertEquals("0.0001", Quantity.wan(new BigDecimal("0.50")).print());
        assertEquals("0", Quantity.wan(new BigDecimal("0.49")).print());
        assertEquals("0", Quantity.wan(new BigDecimal("0.00")).print());
        assertEquals("100", Quantity.wan(new BigDecimal("1000000.00")).print());
        assertEquals("1.5", Quantity.wan(new BigDecimal("15000.00")).print());
    }

    @Test
    void percentages_are_rounded_half_up_at_two_places() {
        assertEquals("33.58", percent(33250, 99031));
        assertEquals("1.35", percent(2, 148));
        assertEquals("50.00", percent(1, 2));
        assertEquals("0.13", percent(1, 800));
        assertEquals("-20.86", percent(148 - 187, 187));
        assertEquals("100", Quantity.rate(BigDecimal.TEN, BigDecimal.TEN).print());
        assertEquals(
                "66.67",
                Quantity.rate(BigDecimal.valueOf(2), BigDecimal.valueOf(3)).print());
    }

    @Test
    void yuan_have_two_places_and_a_part_of_a_fen_is_a_bug() {
        assertEquals("420.00", Quantity.yuan(new BigDecimal("420")).print());
        BigDecimal part = new BigDecimal("0.001");
        assertThrows(ArithmeticException.class, () -> Quantity.yuan(part));
    }

    private static String percent(long part, long base) {
        return Quantity.percent(BigDecimal.valueOf(part), BigDecimal.valueOf(base))
                .print();
    }
}
