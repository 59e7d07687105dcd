package org.gongkai.intake.problem;

import java.util.List;

/** Texts that callers send: trimmed, of bounded length, and of characters that a database and a page can hold. */
public final class Texts {

    private Texts() {}

    /** Trimmed; null, with a violation noted, where it is missing or cannot be taken. */
    public static String required(String field, String text, int most, List<Violation> wrong) {
        String clean = optional(field, text, most, wrong);
        if (clean == null
                && wrong.stream().noneMatch(violation -> violation.field().equals(field))) {
            wrong.add(new Violation(field, "required"));
        }
        return clean;
    }

    /** Trimmed; null where it is absent or blank, or, with a violation noted, cannot be taken. */
    public static String optional(String field, String text, int most, List<Violation> wrong) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String clean = text.strip();
        if (clean.codePointCount(0, clean.length()) > most) {
            wrong.add(new Violation(field, "too-long", most));
            return null;
        }
        if (clean.codePoints().anyMatch(Texts::isUnusable)) {
            wrong.add(new Violation(field, "unusable-character"));
            return null;
        }
        return clean;
    }

    private static boolean isUnusable(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        boolean halfOfOne = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return Character.isISOControl(character) && !layout || halfOfOne;
    }
}
