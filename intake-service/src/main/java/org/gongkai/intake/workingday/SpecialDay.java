package org.gongkai.intake.workingday;

import java.time.LocalDate;

/**
 * A day that a notice of the State Council names (国务院办公厅关于…部分节假日安排的通知).
 *
 * @param date the day, in Asia/Shanghai
 * @param kind off, or worked although it is a Saturday or Sunday
 * @param name of the holiday, 国庆节
 */
public record SpecialDay(LocalDate date, Kind kind, String name) {

    /** What the notice says of the day. */
    public enum Kind {
        /** A day off (放假). */
        OFF,
        /** A Saturday or Sunday on which work is done (调休上班). */
        MAKEUP_WORKDAY
    }
}
