package org.gongkai.intake.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.intake.problem.Violation;

/** An amount in yuan, exact to the fen; a decimal string, since a JSON number is often read as a binary fraction. */
public final class Yuan {

    private static final Pattern SHAPE = Pattern.compile("(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?");
    private static final int FEN = 2;

    private Yuan() {}

    /** With two decimals, {@code "475936663.00"}; null, with a violation noted, where it cannot be taken. */
    public static String checked(String field, String text, List<Violation> wrong) {
        if (text == null) {
            wrong.add(new Violation(field, "required"));
            return null;
        }
        if (!SHAPE.matcher(text).matches()) {
            wrong.add(new Violation(field, "amount"));
            return null;
        }
        return of(new BigDecimal(text));
    }

    /** With two decimals. */
    public static String of(BigDecimal amount) {
        return amount.setScale(FEN).toPlainString();
    }
}
