package org.gongkai.report.statement;

import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;

/** The year of a report, as it stands in a path. */
public final class ReportYear {

    /** The Regulations came into force on 2008-05-01. */
    private static final int FIRST = 2008;

    private static final int LAST = 9999;

    private ReportYear() {}

    /** Read, or refused with what to send. */
    public static int of(String text) {
        try {
            int year = Integer.parseInt(text);
            if (year >= FIRST && year <= LAST) {
                return year;
            }
        } catch (NumberFormatException e) {
            // refused below, with what to send
        }
        throw new Refusal(ProblemType.INVALID_PARAMETER, "year", FIRST + "–" + LAST);
    }
}
