package org.gongkai.report.waiver;

import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;

/**
 * What the office puts.
 *
 * @param reason why a rule that is broken does not stop the report; printed in the report's annex
 */
record WaiverBody(String reason) {

    /** Characters. */
    static final int LONGEST = 2_000;

    /** The reason as it is kept, on one line; or why it cannot be. */
    String checked() {
        if (reason == null || reason.isBlank()) {
            throw wrong("required");
        }
        String clean = reason.strip();
        if (clean.codePointCount(0, clean.length()) > LONGEST) {
            throw wrong("too-long", LONGEST);
        }
        if (clean.codePoints().anyMatch(WaiverBody::isUnusable)) {
            throw wrong("unusable-character");
        }
        return clean;
    }

    private static Refusal wrong(String key, Object... words) {
        return new Refusal(ProblemType.INVALID_FIELDS).field("reason", key, words);
    }

    private static boolean isUnusable(int character) {
        return Character.isISOControl(character)
                || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
