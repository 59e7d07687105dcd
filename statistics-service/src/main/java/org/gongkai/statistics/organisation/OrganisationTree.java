package org.gongkai.statistics.organisation;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** All organisations at one moment of counting, with their whole past. Immutable; a day's tree is worked out once. */
public final class OrganisationTree {

    /** Days kept worked out: two years of comparison and today serve nearly every caller. */
    private static final int DAYS_KEPT = 32;

    private final NavigableMap<String, Body> bodies;
    private final ConcurrentMap<LocalDate, TreeOfDay> days = new ConcurrentHashMap<>();

    /** A tree of these bodies. */
    public OrganisationTree(Collection<Body> bodies) {
        NavigableMap<String, Body> byCode = new TreeMap<>();
        bodies.forEach(body -> byCode.put(body.code(), body));
        this.bodies = Collections.unmodifiableNavigableMap(byCode);
    }

    /** Every registered body by code. */
    public NavigableMap<String, Body> bodies() {
        return bodies;
    }

    /** The body of a code; null where none is registered. */
    public @Nullable Body body(String code) {
        return bodies.get(code);
    }

    /** The tree as it stood, or stands, on a day. */
    public TreeOfDay on(LocalDate day) {
        if (days.size() >= DAYS_KEPT) {
            days.clear();
        }
        return days.computeIfAbsent(day, wanted -> new TreeOfDay(bodies, wanted));
    }

    /**
     * The tree that the figures of a year go by: that of its 31 December, as every body reports where it stands at the
     * end; for a year that is not over, that of today.
     */
    public TreeOfDay of(int year, LocalDate today) {
        LocalDate end = LocalDate.of(year, Month.DECEMBER, 31);
        return on(end.isAfter(today) ? today : end);
    }
}
