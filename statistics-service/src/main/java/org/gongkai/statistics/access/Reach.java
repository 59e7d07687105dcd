package org.gongkai.statistics.access;

/** How far a role reaches with an operation, from least to most. */
enum Reach {
    /** May not. */
    NOTHING,
    /** The subtree of the token's claim {@code organisation}. */
    SUBTREE,
    /** Every organisation, whatever the claim says. */
    EVERYTHING
}
