package org.gongkai.statistics.counting;

/** What a cell counts. */
public enum Measure {
    /** Applications received on a day of the month; the category is the channel. */
    RECEIVED,
    /** Applications decided on a day of the month; the category is the outcome. */
    DECIDED
}
