package org.gongkai.intake.statutoryclock;

/**
 * What a decision took.
 *
 * @param workingDays of the last clock, its base day and stopped days not counted; null where a calendar is missing
 * @param inTime whether it came by the due day, or while the clock stood before it; null likewise
 */
public record Used(Integer workingDays, Boolean inTime) {}
