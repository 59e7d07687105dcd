package org.gongkai.intake.workingday;

import java.util.List;
import org.gongkai.intake.journal.Position;

/** The open cases, whose due days follow from the calendar. */
public interface OpenCases {

    /** Whether any was reckoned by an older version of the calendar than this. */
    boolean anyOlderThan(long version);

    /**
     * Reckons at most so many of those anew, in one transaction with the facts of their moves. Cases that somebody else is
     * changing just now are left out.
     *
     * @param calendar to reckon by
     * @param most how many
     * @param by who changed the calendar
     */
    Piece reckonAnew(Calendars.Loaded calendar, int most, String by);

    /**
     * What one transaction did.
     *
     * @param reckoned how many cases
     * @param moved those whose due day is another now
     * @param positions of the facts
     */
    record Piece(int reckoned, List<MovedCase> moved, List<Position> positions) {}
}
