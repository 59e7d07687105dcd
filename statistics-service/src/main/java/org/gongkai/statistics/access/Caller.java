package org.gongkai.statistics.access;

import jakarta.enterprise.context.RequestScoped;
import org.gongkai.statistics.organisation.TreeOfDay;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;
import org.jspecify.annotations.Nullable;

/** Who calls, as far as it matters: which organisations are within reach of this call. */
@RequestScoped
public class Caller {

    private static final String ALL = "*";

    private Reach reach = Reach.NOTHING;
    private @Nullable String root;

    void is(Reach reach, @Nullable String root) {
        this.reach = reach;
        this.root = root;
    }

    /**
     * Refuses an organisation out of reach, whether it exists or not.
     *
     * @param today the tree as it stands today: what is reached moves with the tree
     */
    public void mustReach(String organisation, TreeOfDay today) {
        boolean reached = reach == Reach.EVERYTHING
                || reach == Reach.SUBTREE && root != null && (root.equals(ALL) || today.isWithin(root, organisation));
        if (!reached) {
            throw Refused.with(Problem.OUTSIDE_SUBTREE, organisation);
        }
    }
}
