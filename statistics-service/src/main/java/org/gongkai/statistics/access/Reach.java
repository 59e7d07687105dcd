package org.gongkai.statistics.access;

/** What an operation touches, and so what the token's claim {@code organisation} must reach. */
enum Reach {
    /** Organisations that the call names or lists: each must be within the subtree of the claim. */
    SUBTREE,
    /** Everybody's at once: the claim must be {@code *}. */
    EVERYTHING
}
