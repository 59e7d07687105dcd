package org.gongkai.report.prose;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code name > 0}: a figure against a number or another figure. It does not hold where one of them is not known.
 *
 * @param left a figure's name
 * @param relation how they must stand
 * @param right a figure's name or a number
 */
record Condition(String left, String relation, String right) {

    private static final Pattern FORM = Pattern.compile("(\\S+) (=|!=|<|>) (\\S+)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    static Condition of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no condition: " + text);
        }
        return new Condition(parts.group(1), parts.group(2), parts.group(3));
    }

    boolean holds(Values values) {
        BigDecimal a = values.number(left).orElse(null);
        BigDecimal b =
                isNumber(right) ? new BigDecimal(right) : values.number(right).orElse(null);
        if (a == null || b == null) {
            return false;
        }
        int order = a.compareTo(b);
        switch (relation) {
            case "=":
                return order == 0;
            case "!=":
                return order != 0;
            case "<":
                return order < 0;
            default:
                return order > 0;
        }
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
