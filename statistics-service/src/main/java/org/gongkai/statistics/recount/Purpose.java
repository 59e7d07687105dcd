package org.gongkai.statistics.recount;

/** What a recount is for. */
public enum Purpose {
    /** It is compared with the live counts and thrown away. */
    VERIFICATION,
    /** It takes their place. */
    REBUILD
}
