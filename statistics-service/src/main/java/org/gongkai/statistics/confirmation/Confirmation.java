package org.gongkai.statistics.confirmation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a fact says about the confirmation of a year.
 *
 * @param confirmedOn a day in Asia/Shanghai; null: the confirmation was taken back
 * @param nil whether the body had nothing to report (零报告)
 */
public record Confirmation(int year, @Nullable LocalDate confirmedOn, boolean nil) {

    /** A confirmation that was taken back. */
    public static Confirmation takenBack(int year) {
        return new Confirmation(year, null, false);
    }
}
