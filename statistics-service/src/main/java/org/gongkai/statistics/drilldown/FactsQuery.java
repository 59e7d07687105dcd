package org.gongkai.statistics.drilldown;

import org.gongkai.statistics.organisation.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param after where the page before ended; null: from the beginning
 */
record FactsQuery(
        String organisation,
        int year,
        String row,
        String column,
        Figure figure,
        Scope scope,
        int limit,
        @Nullable After after) {}
