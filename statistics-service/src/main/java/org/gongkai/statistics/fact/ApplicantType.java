package org.gongkai.statistics.fact;

/** Who applied: the six counted columns of table three, by the applicant itself and not its agent. */
public enum ApplicantType {
    NATURAL_PERSON,
    COMMERCIAL_ENTERPRISE,
    RESEARCH_INSTITUTION,
    PUBLIC_WELFARE_ORG,
    LEGAL_SERVICE_ORG,
    OTHER_ORG
}
