package org.gongkai.report.statement;

/** What an organisation is. */
public enum Kind {
    GOVERNMENT,
    DEPARTMENT,
    AGENCY,
    AUTHORISED
}
