package org.gongkai.statistics.fact;

/** The three blocks of table four: 行政复议, 未经复议直接起诉, 复议后起诉. */
public enum DisputeKind {
    REVIEW,
    LITIGATION_DIRECT,
    LITIGATION_AFTER_REVIEW
}
