package org.gongkai.statistics.organisation;

/** Level of government that a body belongs to, from the top. */
public enum Level {
    NATIONAL,
    PROVINCE,
    CITY,
    COUNTY,
    TOWNSHIP
}
