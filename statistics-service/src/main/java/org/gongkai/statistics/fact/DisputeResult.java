package org.gongkai.statistics.fact;

/** How an instance of a dispute was concluded: 结果维持, 结果纠正, 其他结果. */
public enum DisputeResult {
    UPHELD,
    CORRECTED,
    OTHER_RESULT
}
