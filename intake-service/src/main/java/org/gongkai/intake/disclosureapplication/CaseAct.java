package org.gongkai.intake.disclosureapplication;

/** What was done to a case, as its history tells it. */
public enum CaseAct {
    /** Registered with its day of receipt. */
    RECEIVED,
    /** Registered to await confirmation. */
    ARRIVED,
    STEP,
    DECIDED,
    AMENDED,
    STEP_RETRACTED,
    OUTCOME_RETRACTED,
    VOIDED,
    /** The calendar changed, and with it the due day. */
    DEADLINE_MOVED,
    /** A file was added. */
    ATTACHED,
    /** A file that was added wrongly was withdrawn. */
    ATTACHMENT_WITHDRAWN,
    /** Its personal data were erased, since their time was over. */
    ERASED
}
