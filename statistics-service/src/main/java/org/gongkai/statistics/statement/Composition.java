package org.gongkai.statistics.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

        /**
         * Of the tree of the year: within the statement's scope or only below a subordinate.
         *
         * @param branch the direct subordinate that it is or stands below, or {@link #SOME}; null for the root
         * @param head whether it is the root alone or, within a branch, the subordinate alone
         */
        record OfYear(boolean inScope, @Nullable String branch, Level level, boolean head) implements Part {}

        /**
         * Of the tree of the year before, within the scope.
         *
         * @param head whether it is the root alone
         */
        record OfYearBefore(boolean head) implements Part {}

        /** A single body that came or went. */
        record Changed(String organisation, Change change) implements Part {}
    }

    /** Below the root, where subordinates are not told apart: a part for each would be many. */
    private static final String SOME = "";

    private final Map<Part, Integer> numbers = new LinkedHashMap<>();
    private final List<String> organisations = new ArrayList<>();
    private final List<Integer> parts = new ArrayList<>();
    private final List<Boolean> standing = new ArrayList<>();
    private final Set<String> everybody = new LinkedHashSet<>();
    private final Map<Integer, Long> standingByPart = new HashMap<>();
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
            String branch = member.branch() == null
                    ? null
                    : subordinates ? member.branch().code() : SOME;
            composition.put(
                    member.organisation(),
                    new Part.OfYear(
                            inScope.contains(member.organisation()),
                            branch,
                            member.countsAs().attributes().level(),
                            member.organisation().equals(branch == null ? query.organisation() : branch)),
                    stands(member, ofYear));
        }
        if (query.includes(Include.PREVIOUS)) {
            composition.addYearBefore(tree, query, today, inScope);
        }
        return composition;
    }

    private void addYearBefore(OrganisationTree tree, StatementQuery query, LocalDate today, Set<String> inScope) {
        TreeOfDay ofYearBefore = tree.of(query.year() - 1, today);
        List<Member> members = ofYearBefore.members(query.organisation(), query.scope());
        Set<String> before = codes(members);
        members.forEach(member -> put(
                member.organisation(),
                new Part.OfYearBefore(member.organisation().equals(query.organisation())),
                stands(member, ofYearBefore)));
        Set<String> either = new TreeSet<>(inScope);
        either.addAll(before);
        for (String code : either) {
            if (!before.contains(code)) {
                put(code, new Part.Changed(code, Change.CAME), false);
            } else if (!inScope.contains(code)) {
                put(code, new Part.Changed(code, Change.WENT), false);
            }
        }
    }

    /** Whether a member is still there at the end of the year, so that it has the year to confirm. */
    private static boolean stands(Member member, TreeOfDay tree) {
        return member.organisation().equals(member.countsAs().code())
                && member.countsAs().existsOn(tree.day());
    }

    private void put(String organisation, Part part, boolean stands) {
        int number = numbers.computeIfAbsent(part, none -> numbers.size());
        organisations.add(organisation);
        everybody.add(organisation);
        parts.add(number);
        standing.add(stands);
        standingByPart.merge(number, stands ? 1L : 0L, Long::sum);
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

    /** Whether the body of each assignment has the year of its part to confirm. */
    List<Boolean> standing() {
        return standing;
    }

    /** How many bodies of a part have its year to confirm. */
    long standingBodies(int part) {
        return standingByPart.getOrDefault(part, 0L);
    }

    /** Everybody whose cells are read. */
    Set<String> everybody() {
        return everybody;
    }

    /** Whose cells are in the figures of the year itself. */
    List<String> inScope() {
        List<Part> known = parts();
        return IntStream.range(0, organisations.size())
                .filter(i -> known.get(parts.get(i)) instanceof Part.OfYear ofYear && ofYear.inScope())
                .mapToObj(organisations::get)
                .toList();
    }

    /** The direct subordinates, if they were asked for. */
    List<Body> subordinates() {
        return subordinates;
    }

    private static Set<String> codes(List<Member> members) {
        return members.stream().map(Member::organisation).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
