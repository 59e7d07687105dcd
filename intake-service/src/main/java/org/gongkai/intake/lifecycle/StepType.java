package org.gongkai.intake.lifecycle;

/** The kinds of step that a case can take, beside its outcome. */
public enum StepType {
    CONFIRMED("与申请人确认"),
    CORRECTION_REQUESTED("告知补正"),
    CORRECTED("收到补正"),
    REASON_REQUESTED("要求说明理由"),
    REASON_GIVEN("申请人说明理由"),
    DELAY_SET("确定延迟答复期限"),
    THIRD_PARTY_CONSULTED("征求第三方意见"),
    THIRD_PARTY_REPLIED("第三方答复"),
    ORGAN_CONSULTED("征求其他机关意见"),
    ORGAN_REPLIED("其他机关答复"),
    EXTENDED("延长答复期限"),
    FEE_NOTICED("收费通知"),
    FEE_PAID("缴费"),
    WITHDRAWN("申请人撤回"),
    ASSIGNED("交办"),
    SECRECY_REVIEWED("保密审查"),
    APPROVED("审核签发"),
    SERVED("送达"),
    ARCHIVED("归档");

    private final String label;

    StepType(String label) {
        this.label = label;
    }

    /**
     * Whether it is an entry of the desk's book (条例 article 45: registration, review, handling, reply, filing) that says who
     * had the case in hand and moves nothing: no clock, no state, no count.
     */
    public boolean inBookAlone() {
        return this == ASSIGNED || this == SECRECY_REVIEWED || this == APPROVED;
    }

    /** The word for it. */
    public String label() {
        return label;
    }
}
