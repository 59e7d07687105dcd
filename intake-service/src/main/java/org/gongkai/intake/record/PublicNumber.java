package org.gongkai.intake.record;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.problem.Violation;

/** A number that a body gives: of a case, a document, a record. It enters facts, so it must never be a personal one. */
public final class PublicNumber {

    /** Length of case numbers and references. */
    public static final int MOST = 64;

    private static final Pattern PERSONAL = Pattern.compile("(?<![0-9])([0-9]{11}|[0-9]{17}[0-9Xx])(?![0-9])");

    private PublicNumber() {}

    /** Trimmed; null, with a violation noted, where it is missing or cannot be taken. */
    public static String required(String field, String text, int most, List<Violation> wrong) {
        return clean(field, Texts.required(field, text, most, wrong), wrong);
    }

    /** Trimmed; null where it is absent or, with a violation noted, cannot be taken. */
    public static String optional(String field, String text, int most, List<Violation> wrong) {
        return clean(field, Texts.optional(field, text, most, wrong), wrong);
    }

    private static String clean(String field, String text, List<Violation> wrong) {
        if (text == null) {
            return null;
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            wrong.add(new Violation(field, "unusable-character"));
            return null;
        }
        // full-width digits are digits as well
        if (PERSONAL.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find()) {
            wrong.add(new Violation(field, "personal-number"));
            return null;
        }
        return text;
    }
}
