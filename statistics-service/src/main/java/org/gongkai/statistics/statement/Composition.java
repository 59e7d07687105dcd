package org.gongkai.statistics.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.statistics.organisation.Body;
import org.gongkai.statistics.organisation.Level;
import org.gongkai.statistics.organisation.OrganisationTree;
import org.gongkai.statistics.organisation.Scope;
import org.gongkai.statistics.organisation.TreeOfDay;
import org.gongkai.statistics.organisation.TreeOfDay.Member;
import org.gongkai.statistics.statement.Statement.Change;
import org.gongkai.statistics.statement.StatementQuery.Include;
import org.jspecify.annotations.Nullable;

/**
 * Which bodies' cells go into which figures of a statement. Bodies that always go together form a part, and the database
 * adds up by part: the rows it answers with do not grow with the number of bodies.
 */
final class Composition {

    /** Bodies that go into the same figures. */
    sealed interface Part {

        /** Of the tree of the year: within the statement's scope or only below a subordinate. */
        record OfYear(boolean inScope, @Nullable String branch, Level level) implements Part {}

        /** Of the tree of the year before, within the scope. */
        record OfYearBefore() implements Part {}

        /** A single body that came or went. */
        record Changed(String organisation, Change change) implements Part {}
    }

    private final Map<Part, Integer> numbers = new LinkedHashMap<>();
    private final List<String> organisations = new ArrayList<>();
    private final List<Integer> parts = new ArrayList<>();
    private final List<Body> subordinates;

    private Composition(List<Body> subordinates) {
        this.subordinates = subordinates;
    }

    static Composition of(OrganisationTree tree, StatementQuery query, LocalDate today) {
        TreeOfDay ofYear = tree.of(query.year(), today);
        List<Member> members = ofYear.members(query.organisation(), query.scope());
        Set<String> inScope = codes(members);
        boolean subordinates = query.includes(Include.SUBORDINATES);
        Composition composition = new Composition(subordinates ? ofYear.childrenOf(query.organisation()) : List.of());
        for (Member member : subordinates ? ofYear.members(query.organisation(), Scope.SUBTREE) : members) {
            composition.put(
                    member.organisation(),
                    new Part.OfYear(
                            inScope.contains(member.organisation()),
                            member.branch() == null ? null : member.branch().code(),
                            member.countsAs().attributes().level()));
        }
        if (query.includes(Include.PREVIOUS)) {
            composition.addYearBefore(tree, query, today, inScope);
        }
        return composition;
    }

    private void addYearBefore(OrganisationTree tree, StatementQuery query, LocalDate today, Set<String> inScope) {
        Set<String> before = codes(tree.of(query.year() - 1, today).members(query.organisation(), query.scope()));
        before.forEach(code -> put(code, new Part.OfYearBefore()));
        Set<String> either = new TreeSet<>(inScope);
        either.addAll(before);
        for (String code : either) {
            if (!before.contains(code)) {
                put(code, new Part.Changed(code, Change.CAME));
            } else if (!inScope.contains(code)) {
                put(code, new Part.Changed(code, Change.WENT));
            }
        }
    }

    private void put(String organisation, Part part) {
        organisations.add(organisation);
        parts.add(numbers.computeIfAbsent(part, none -> numbers.size()));
    }

    /** The parts in order of their numbers. */
    List<Part> parts() {
        return List.copyOf(numbers.keySet());
    }

    /** Organisation of each assignment; one may stand in several parts. */
    List<String> organisations() {
        return organisations;
    }

    /** Number of the part of each assignment. */
    List<Integer> partNumbers() {
        return parts;
    }

    /** Everybody whose cells are read. */
    Set<String> everybody() {
        return new LinkedHashSet<>(organisations);
    }

    /** The direct subordinates, if they were asked for. */
    List<Body> subordinates() {
        return subordinates;
    }

    private static Set<String> codes(List<Member> members) {
        return members.stream().map(Member::organisation).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
