package org.gongkai.intake.dispute;

/** Blocks of the form's table four. */
public enum DisputeKind {
    /** 行政复议. */
    REVIEW,
    /** 行政诉讼：未经复议直接起诉. */
    LITIGATION_DIRECT,
    /** 行政诉讼：复议后起诉. */
    LITIGATION_AFTER_REVIEW
}
