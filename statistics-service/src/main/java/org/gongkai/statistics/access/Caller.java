package org.gongkai.statistics.access;

import jakarta.enterprise.context.RequestScoped;
import org.gongkai.statistics.organisation.TreeOfDay;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;

/** Who calls, as far as it matters: which organisations are within reach. Set by {@link AccessFilter}. */
@RequestScoped
public class Caller {

    /** The claim that reaches every organisation. */
    static final String EVERYTHING = "*";

    private String claim = "";

    void is(String newClaim) {
        this.claim = newClaim;
    }

    /**
     * Whether the caller reaches an organisation.
     *
     * @param today the tree as it stands today: what is reached moves with the tree
     */
    public boolean reaches(String organisation, TreeOfDay today) {
        return claim.equals(EVERYTHING) || !claim.isEmpty() && today.isWithin(claim, organisation);
    }

    /** Refuses an organisation out of reach, whether it exists or not. */
    public void mustReach(String organisation, TreeOfDay today) {
        if (!reaches(organisation, today)) {
            throw Refused.with(Problem.OUTSIDE_SUBTREE, organisation);
        }
    }
}
