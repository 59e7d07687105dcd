package org.gongkai.report.check.typed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] UNITS = {"", "十", "百", "千"};

    @ParameterizedTest
    @CsvSource({
        "两, 2",
        "十, 10",
        "十二, 12",
        "二十, 20",
        "一百零五, 105",
        "一百五, 150",
        "一百四十八, 148",
        "两千零二十一, 2021",
        "一万二, 12000",
        "六万五千七百八十一, 65781",
        "九万九千零三十一, 99031",
        "三百二十万, 3200000",
        "四亿七千五百九十三万六千六百六十三, 475936663",
        "一万亿, 1000000000000",
        "一四八, 148",
        "二〇, 20",
        "百, 100",
        "叁佰贰拾, 320",
        "三十三点五八, 33.58",
        "零点五, 0.5"
    })
    void numbers_are_read_as_they_are_said(String signs, BigDecimal number) {
        assertEquals(0, number.compareTo(Numerals.read(signs).orElseThrow()), signs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"三四", "七八", "两三", "万", "亿", "点五", "三点", "三点十", ""})
    void what_is_no_exact_number_is_none(String signs) {
        assertTrue(Numerals.read(signs).isEmpty(), signs);
    }

    @Test
    void every_number_is_read_back_from_its_words() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            long number = random.nextLong(1, i < 2_000 ? 10_000 : 10_000_000_000L);
            assertEquals(
                    BigDecimal.valueOf(number), Numerals.read(words(number)).orElseThrow(), () -> words(number));
        }
    }

    private static String words(long number) {
        if (number >= 100_000_000) {
            return words(number / 100_000_000) + "亿" + rest(number % 100_000_000, 10_000_000);
        }
        if (number >= 10_000) {
            return words(number / 10_000) + "万" + rest(number % 10_000, 1_000);
        }
        StringBuilder words = new StringBuilder();
        int place = Long.toString(number).length() - 1;
        boolean skipped = false;
        for (; place >= 0; place--) {
            int digit = (int) (number / (long) Math.pow(10, place) % 10);
            if (digit == 0) {
                skipped = true;
            } else {
                words.append(skipped ? "零" : "").append(DIGITS.charAt(digit)).append(UNITS[place]);
                skipped = false;
            }
        }
        return words.toString();
    }

    private static String rest(long rest, long whole) {
        return rest == 0 ? "" : (rest < whole ? "零" : "") + words(rest);
    }
}
