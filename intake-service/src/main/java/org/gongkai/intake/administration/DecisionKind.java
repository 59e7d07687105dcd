package org.gongkai.intake.administration;

/** Rows of the form's table two: 条例第二十条第（五）项 and 第（六）项. */
public enum DecisionKind {
    /** 行政许可. */
    LICENSES,
    /** 行政处罚. */
    PENALTIES,
    /** 行政强制. */
    COERCIVE
}
