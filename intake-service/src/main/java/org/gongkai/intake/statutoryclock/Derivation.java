package org.gongkai.intake.statutoryclock;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * A line of the way to a due day; all lines of one deadline are in the order of days.
 *
 * @param what happened
 * @param from the day, or the first of several days in a row; of an extension the due day before it, absent where none was
 *     known
 * @param to the last of them, the day set, or absent
 * @param workingDays how many working days it gives; absent where it gives none
 * @param timely false where it came after the due day and so moves nothing; absent where that is no matter
 * @param reason 周末, 国庆节, 征求第三方意见
 * @param article or notice that says so; absent for a weekend
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Derivation(
        What what, LocalDate from, LocalDate to, Integer workingDays, Boolean timely, String reason, String article) {

    /** Kinds of lines. */
    public enum What {
        /** The first clock begins after its base day {@code from}. */
        CLOCK_STARTED,
        /** Another clock begins after its base day {@code from}. */
        CLOCK_RESTARTED,
        /** The clock stands from that day until it begins anew. */
        CLOCK_STANDS,
        /** A consultation: working days after {@code from} up to {@code to}, or without end, do not count. */
        CLOCK_STOPPED,
        /** The due day {@code from} is moved by so many working days to {@code to}, which is absent where it is not known. */
        EXTENDED,
        /** The day {@code to} was set on {@code from}. */
        DELAYED,
        /** Days that do not count. */
        NOT_COUNTED,
        /** Saturdays and Sundays that do count (调休上班). */
        MAKEUP_COUNTED,
        /** The calendar of the year that begins with {@code from} is not loaded. */
        CALENDAR_MISSING,
        /** The due day. */
        DUE
    }
}
