package org.gongkai.statistics.fact;

/**
 * What bodies report for section one of the yearly report, in the order of the catalogue {@code
 * docs/contracts/indicators.json}, which owns codes and labels. An indicator that nobody reported is unknown, never 0.
 */
public enum Indicator {
    DOCUMENTS_FILED_ISSUED(Rollup.SUM),
    DOCUMENTS_FILED_LETTERS(Rollup.SUM),
    POLICIES_TO_INTERPRET(Rollup.SUM),
    POLICIES_INTERPRETED(Rollup.SUM),
    DISCLOSURE_PLATFORMS(Rollup.SUM),
    DISCLOSURE_COLUMNS(Rollup.SUM),
    NEW_MEDIA_ACCOUNTS(Rollup.SUM),
    SURVEYS(Rollup.OWN),
    FULL_INSPECTIONS(Rollup.OWN),
    RECTIFICATION_CAMPAIGNS(Rollup.OWN),
    RECTIFICATION_VERIFICATIONS(Rollup.OWN),
    MONITORING_REPORTS(Rollup.OWN),
    NOTICES_ISSUED(Rollup.OWN),
    REPORTS_SUBMITTED(Rollup.OWN),
    ASSESSMENT_ASPECTS(Rollup.OWN),
    ASSESSMENT_INDICATORS(Rollup.OWN),
    COUNTIES_ASSESSED(Rollup.OWN),
    DEPARTMENTS_ASSESSED(Rollup.OWN),
    COMPLAINTS_RECEIVED(Rollup.SUM),
    PUBLIC_EVALUATIONS(Rollup.OWN),
    PERSONS_HELD_ACCOUNTABLE(Rollup.SUM),
    TRAININGS(Rollup.OWN);

    /** How an indicator rolls up. */
    public enum Rollup {
        /** The values of all bodies add up. */
        SUM,
        /** The value is the body's own: what its departments did is not what it did. */
        OWN
    }

    private final Rollup rollup;

    Indicator(Rollup rollup) {
        this.rollup = rollup;
    }

    /** How it rolls up over a subtree. */
    public Rollup rollup() {
        return rollup;
    }
}
