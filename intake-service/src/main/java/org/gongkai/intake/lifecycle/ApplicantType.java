package org.gongkai.intake.lifecycle;

/** The applicant's own type, of several the first one's, and never its agent's: the six columns of the form's table three. */
public enum ApplicantType {
    NATURAL_PERSON,
    COMMERCIAL_ENTERPRISE,
    RESEARCH_INSTITUTION,
    PUBLIC_WELFARE_ORG,
    LEGAL_SERVICE_ORG,
    OTHER_ORG
}
