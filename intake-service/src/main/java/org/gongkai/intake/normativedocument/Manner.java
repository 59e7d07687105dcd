package org.gongkai.intake.normativedocument;

/** How a document ended. */
public enum Manner {
    /** 废止. */
    REPEALED,
    /** 宣布失效. */
    DECLARED_INVALID,
    /** 有效期满. */
    EXPIRED,
    /** 被取代. */
    SUPERSEDED
}
