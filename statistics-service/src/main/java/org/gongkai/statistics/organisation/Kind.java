package org.gongkai.statistics.organisation;

/** What a body is (Regulations, articles 27 and 54). */
public enum Kind {
    GOVERNMENT,
    DEPARTMENT,
    AGENCY,
    AUTHORISED
}
