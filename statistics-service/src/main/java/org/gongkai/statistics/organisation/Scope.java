package org.gongkai.statistics.organisation;

/** How far down the tree a statement reaches. Bodies merged into one that is reached are always counted with it. */
public enum Scope {
    /** The body alone. */
    OWN,
    /** A government with its departments, without subordinate governments (市本级). */
    TIER,
    /** Everything below it too. */
    SUBTREE
}
