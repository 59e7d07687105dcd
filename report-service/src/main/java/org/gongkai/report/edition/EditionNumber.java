package org.gongkai.report.edition;

import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;

/** The number of an edition, as it stands in a path. */
final class EditionNumber {

    private static final int LAST = 9_999;

    private EditionNumber() {}

    /** Read, or refused with what to send. */
    static int of(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= LAST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, with what to send
        }
        throw new Refusal(ProblemType.INVALID_PARAMETER, "number", "1–" + LAST);
    }
}
