package org.gongkai.intake.workingday;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A year of the calendar as callers read it.
 *
 * @param year 2027
 * @param notice where it was published
 * @param workingDays how many it has, other years' notices considered
 * @param days every day that its notice names, in order
 * @param moved after a change: the open applications whose due day moved, at most {@link Redating#MOST_LISTED} of them
 * @param movedCount after a change: how many those are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarView(
        int year, String notice, int workingDays, List<SpecialDay> days, List<MovedCase> moved, Long movedCount) {}
