package org.gongkai.statistics.statement;

import java.util.Set;
import org.gongkai.statistics.organisation.Scope;

/** What is asked for. */
record StatementQuery(String organisation, int year, Scope scope, Set<Include> include) {

    /** What a statement may carry beside its own figures. */
    enum Include {
        PREVIOUS,
        SUBORDINATES,
        LEVELS,
        OWN,
        MONTHS
    }

    boolean includes(Include part) {
        return include.contains(part);
    }
}
