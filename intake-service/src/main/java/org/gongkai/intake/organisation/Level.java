package org.gongkai.intake.organisation;

/** Level of government. */
public enum Level {
    NATIONAL,
    PROVINCE,
    CITY,
    COUNTY,
    TOWNSHIP
}
