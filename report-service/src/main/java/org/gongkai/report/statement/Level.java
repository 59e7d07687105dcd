package org.gongkai.report.statement;

/** Administrative level of an organisation, from the top. */
public enum Level {
    NATIONAL,
    PROVINCE,
    CITY,
    COUNTY,
    TOWNSHIP
}
