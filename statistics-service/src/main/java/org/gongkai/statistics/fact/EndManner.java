package org.gongkai.statistics.fact;

/** How a document ended: 废止, 宣布失效, 有效期满, 被取代. All count as ended (本年废止件数). */
public enum EndManner {
    REPEALED,
    DECLARED_INVALID,
    EXPIRED,
    SUPERSEDED
}
