package org.gongkai.intake.lifecycle;

/** Where an application stands. Extension, delay and open consultations are no states: they are what an open case has. */
public enum State {
    /** It arrived, and counts as received on the day that it is confirmed with the applicant (article 31). */
    AWAITING_CONFIRMATION("待确认"),
    /** Received, and nothing is asked of the applicant. */
    REGISTERED("办理中"),
    /** The applicant was told to correct it, and has not yet (article 30). */
    CORRECTION_REQUESTED("待补正"),
    /** The applicant was asked for reasons, and has given none yet (article 35). */
    REASON_REQUESTED("待说明理由"),
    /** The applicant was told what to pay, and has not paid all of it yet (article 42). */
    FEE_NOTICED("待缴费"),
    /** It has its outcome. */
    CLOSED("已办结");

    private final String label;

    State(String label) {
        this.label = label;
    }

    /** The word for it. */
    public String label() {
        return label;
    }
}
