package org.gongkai.intake.lifecycle;

/** What a review before disclosure (保密审查, 条例 article 17) came to. */
public enum SecrecyResult {
    /** 可以公开. */
    RELEASABLE,
    /** 可以部分公开. */
    PARTLY_RELEASABLE,
    /** 不得公开. */
    NOT_RELEASABLE
}
