package org.gongkai.intake.otherrequest;

/** How a request for rectification ended (条例 article 41). */
public enum RectificationResult implements Result {
    /** 予以更正: found true, and the record was put right. */
    RECTIFIED,
    /** 不予更正. */
    REFUSED,
    /** 转送有权更正的行政机关, or its applicant was referred to it. */
    TRANSFERRED,
    /** 申请人撤回. */
    WITHDRAWN;

    @Override
    public boolean transferred() {
        return this == TRANSFERRED;
    }
}
