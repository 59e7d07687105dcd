package org.gongkai.statistics.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Builds trees for tests. */
public final class Trees {

    private final Map<String, Attributes> attributes = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Optional<String>>> places = new HashMap<>();
    private final Map<String, Body.Abolition> abolitions = new HashMap<>();

    /** A body of a kind and level. */
    public Trees body(String code, Level level, Kind kind) {
        attributes.put(code, new Attributes("机关" + code, level, kind, false, null, null, null, null));
        return this;
    }

    /** A government of a county under a parent from the beginning; null: a root. */
    public Trees government(String code, String parent) {
        body(code, Level.COUNTY, Kind.GOVERNMENT);
        return parent == null ? this : placed(code, parent, null);
    }

    /** A department of a county under a parent from the beginning. */
    public Trees department(String code, String parent) {
        return body(code, Level.COUNTY, Kind.DEPARTMENT).placed(code, parent, null);
    }

    /** A place from a day on; null: from the beginning. */
    public Trees placed(String code, String parent, String since) {
        places.computeIfAbsent(code, none -> new TreeMap<>())
                .put(since == null ? TreeChange.BEGINNING : LocalDate.parse(since), Optional.ofNullable(parent));
        return this;
    }

    /** An end. */
    public Trees abolished(String code, String since, String successor) {
        abolitions.put(code, new Body.Abolition(LocalDate.parse(since), successor));
        return this;
    }

    /** The tree. */
    public OrganisationTree tree() {
        List<Body> bodies = new ArrayList<>();
        attributes.forEach((code, described) -> bodies.add(
                new Body(code, described, places.getOrDefault(code, new TreeMap<>()), abolitions.get(code))));
        return new OrganisationTree(bodies);
    }

    /** The tree on a day. */
    public TreeOfDay on(String day) {
        return tree().on(LocalDate.parse(day));
    }
}
