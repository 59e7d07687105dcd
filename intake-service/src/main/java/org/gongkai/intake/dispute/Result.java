package org.gongkai.intake.dispute;

/** Columns of the form's table four. */
public enum Result {
    /** 结果维持. */
    UPHELD,
    /** 结果纠正. */
    CORRECTED,
    /** 其他结果. */
    OTHER_RESULT
}
