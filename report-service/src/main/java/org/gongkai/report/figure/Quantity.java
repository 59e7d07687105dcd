package org.gongkai.report.figure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An exact number and how it is written.
 *
 * @param value rounded as it is written
 * @param writing how
 */
@Schema(
        oneOf = {Long.class, String.class},
        description = "A count as a number; an amount or a percentage as a decimal string")
public record Quantity(BigDecimal value, Writing writing) {

    private static final BigDecimal YUAN_PER_WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int FEN = 2;
    private static final int WAN_PLACES = 4;
    private static final int PERCENT_PLACES = 2;

    /** How a quantity is written. */
    public enum Writing {
        /** A whole number. */
        COUNT,
        /** Yuan with two decimals. */
        YUAN,
        /** 万元, up to four decimals, no zeros at the end. */
        WAN,
        /** Per cent with two decimals. */
        PERCENT,
        /** Per cent with up to two decimals, no zeros at the end: 解读率100%. */
        RATE
    }

    /** A whole number. */
    public static Quantity count(long number) {
        return new Quantity(BigDecimal.valueOf(number), Writing.COUNT);
    }

    /** An amount in yuan. */
    public static Quantity yuan(BigDecimal yuan) {
        return new Quantity(yuan.setScale(FEN, RoundingMode.UNNECESSARY), Writing.YUAN);
    }

    /** An amount in yuan as the form prints it: ÷ 10000, half-up to four places, after summing. */
    public static Quantity wan(BigDecimal yuan) {
        return new Quantity(trimmed(yuan.divide(YUAN_PER_WAN, WAN_PLACES, RoundingMode.HALF_UP)), Writing.WAN);
    }

    /** {@code part} of {@code base} in per cent, half-up to two places; base other than 0. */
    public static Quantity percent(BigDecimal part, BigDecimal base) {
        return new Quantity(hundredths(part, base), Writing.PERCENT);
    }

    /** The same without zeros at the end. */
    public static Quantity rate(BigDecimal part, BigDecimal base) {
        return new Quantity(trimmed(hundredths(part, base)), Writing.RATE);
    }

    /** As it is printed, without unit: {@code 99031}, {@code 47593.6663}, {@code -20.86}. */
    public String print() {
        return value.toPlainString();
    }

    /** In JSON: a number where it is a count, a decimal string otherwise. */
    @JsonValue
    public Object json() {
        return writing == Writing.COUNT ? value.toBigIntegerExact() : print();
    }

    @Override
    public String toString() {
        return print();
    }

    private static BigDecimal hundredths(BigDecimal part, BigDecimal base) {
        // multiplied first, so that one division rounds once
        return part.multiply(HUNDRED).divide(base, PERCENT_PLACES, RoundingMode.HALF_UP);
    }

    private static BigDecimal trimmed(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
