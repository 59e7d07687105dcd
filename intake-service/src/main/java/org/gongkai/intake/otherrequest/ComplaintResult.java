package org.gongkai.intake.otherrequest;

/** How a complaint ended (条例 articles 47 and 51). */
public enum ComplaintResult implements Result {
    /** 查证属实: found true, to be put right. */
    UPHELD,
    /** 不属实. */
    NOT_UPHELD,
    /** 转送: another body is to handle it. */
    TRANSFERRED,
    /** 投诉人撤回. */
    WITHDRAWN;

    @Override
    public boolean transferred() {
        return this == TRANSFERRED;
    }
}
