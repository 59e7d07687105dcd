package org.gongkai.statistics.access;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.gongkai.statistics.organisation.TreeOfDay;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;

/** Who calls, as far as it matters: which organisations are within reach. Set by {@link AccessFilter}. */
@RequestScoped
public class Caller {

    private Grant grant = new Grant("", Instant.MIN);

    void is(Grant newGrant) {
        this.grant = newGrant;
    }

    /** What the token grants, for a call that outlasts its method. */
    public Grant grant() {
        return grant;
    }

    /**
     * Whether the caller reaches an organisation.
     *
     * @param today the tree as it stands today: what is reached moves with the tree
     */
    public boolean reaches(String organisation, TreeOfDay today) {
        return grant.reaches(organisation, today);
    }

    /** Refuses an organisation out of reach, whether it exists or not. */
    public void mustReach(String organisation, TreeOfDay today) {
        if (!reaches(organisation, today)) {
            throw Refused.with(Problem.OUTSIDE_SUBTREE, organisation);
        }
    }
}
