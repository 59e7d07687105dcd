package org.gongkai.report.check.typed;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers in Chinese numerals: 一百四十八, 两, 十二万, 三十三点五八. */
final class Numerals {

    /** Every sign that such a number is made of, 点 apart. */
    static final String SIGNS = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final long WAN = 10_000L;
    private static final long YI = 100_000_000L;
    private static final int LONGEST = 24;

    private long total;
    private long section;
    private int digit = -1;
    private long lastUnit = 1;
    private boolean gap;

    private Numerals() {}

    /** The number; empty where the signs are none that is exact: 三四, 七八. */
    static Optional<BigDecimal> read(String signs) {
        int point = signs.indexOf('点');
        Optional<BigDecimal> whole = whole(point < 0 ? signs : signs.substring(0, point));
        if (point < 0) {
            return whole;
        }
        StringBuilder places = new StringBuilder();
        for (char sign : signs.substring(point + 1).toCharArray()) {
            if (digitOf(sign) < 0) {
                return Optional.empty();
            }
            places.append(digitOf(sign));
        }
        return whole.filter(number -> places.length() > 0).map(number -> number.add(new BigDecimal("0." + places)));
    }

    private static Optional<BigDecimal> whole(String signs) {
        if (signs.isEmpty() || signs.length() > LONGEST) {
            return Optional.empty();
        }
        boolean digitsOnly = signs.chars().allMatch(sign -> digitOf((char) sign) >= 0);
        if (digitsOnly && signs.length() > 1) {
            return oneByOne(signs);
        }
        Numerals number = new Numerals();
        for (char sign : signs.toCharArray()) {
            if (!number.take(sign)) {
                return Optional.empty();
            }
        }
        return Optional.of(BigDecimal.valueOf(number.end()));
    }

    /** 一四八; of two that are neighbours, 三四, nobody knows which is meant. */
    private static Optional<BigDecimal> oneByOne(String signs) {
        boolean exact = signs.length() > 2 || signs.indexOf('〇') >= 0 || signs.indexOf('零') >= 0;
        StringBuilder digits = new StringBuilder();
        signs.chars().forEach(sign -> digits.append(digitOf((char) sign)));
        return exact ? Optional.of(new BigDecimal(digits.toString())) : Optional.empty();
    }

    private boolean take(char sign) {
        int value = digitOf(sign);
        if (value == 0) {
            gap = true;
            return digit < 0;
        }
        if (value > 0) {
            boolean alone = digit < 0;
            digit = value;
            return alone;
        }
        long unit = unitOf(sign);
        if (unit < WAN) {
            section += (digit < 0 ? 1 : digit) * unit;
        } else {
            if (total == 0 && section == 0 && digit <= 0) {
                return false;
            }
            section += Math.max(digit, 0);
            total = unit == WAN ? total + section * WAN : (total + section) * YI;
            section = 0;
        }
        digit = -1;
        gap = false;
        lastUnit = unit;
        return true;
    }

    /** 一百五 is 150: a last digit takes the place after the last unit, unless a 零 stands between. */
    private long end() {
        boolean shortened = digit > 0 && lastUnit > 10 && !gap;
        return total + section + Math.max(digit, 0) * (shortened ? lastUnit / 10 : 1);
    }

    private static int digitOf(char sign) {
        if (sign == '两') {
            return 2;
        }
        if (sign == '〇') {
            return 0;
        }
        return Math.max(DIGITS.indexOf(sign), FORMAL.indexOf(sign));
    }

    private static long unitOf(char sign) {
        switch (sign) {
            case '十':
            case '拾':
                return 10;
            case '百':
            case '佰':
                return 100;
            case '千':
            case '仟':
                return 1_000;
            case '万':
                return WAN;
            default:
                return YI;
        }
    }
}
