package org.gongkai.report.check;

/** What a check came to. */
public enum Verdict {
    HOLDS,
    BROKEN,
    NOT_ASSESSABLE
}
