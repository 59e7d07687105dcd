package org.gongkai.statistics.access;

import java.time.Instant;
import org.gongkai.statistics.organisation.TreeOfDay;

/**
 * What a token grants.
 *
 * @param claim root of the subtree that it reaches; {@code *}: everything; empty: nothing
 * @param until when it ends
 */
public record Grant(String claim, Instant until) {

    /** The claim that reaches every organisation. */
    static final String EVERYTHING = "*";

    /**
     * Whether it reaches an organisation.
     *
     * @param today the tree as it stands today: what is reached moves with the tree
     */
    public boolean reaches(String organisation, TreeOfDay today) {
        return claim.equals(EVERYTHING) || !claim.isEmpty() && today.isWithin(claim, organisation);
    }
}
