package org.gongkai.intake.organisation;

/** Kind of body; AUTHORISED is one that laws authorise to manage public affairs (条例 article 54). */
public enum Kind {
    GOVERNMENT,
    DEPARTMENT,
    AGENCY,
    AUTHORISED
}
