package org.gongkai.statistics.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.DecisionKind;
import org.gongkai.statistics.fact.DisputeConcluded;
import org.gongkai.statistics.fact.DisputeKind;
import org.gongkai.statistics.fact.DisputeResult;
import org.gongkai.statistics.fact.DocumentKind;
import org.gongkai.statistics.fact.Indicator;
import org.gongkai.statistics.fact.Outcome;
import org.gongkai.statistics.fact.PublicationChannel;
import org.gongkai.statistics.organisation.OrganisationTree;
import org.gongkai.statistics.organisation.ReorganisedTrees;
import org.gongkai.statistics.organisation.Scope;
import org.gongkai.statistics.statement.Composition.Part;
import org.gongkai.statistics.statement.PartFlows.When;
import org.gongkai.statistics.statement.Statement.Change;
import org.gongkai.statistics.statement.StatementQuery.Include;

/** The identities of the form for any cells and any reorganised tree, without a database. */
class StatementPropertiesTest {

    private static final LocalDate TODAY = LocalDate.parse("2024-06-30");
    private static final int YEAR = 2021;

    /** A cell of a body; the month does not matter here. */
    private record Count(String body, int year, Measure measure, String category, String type, long amount) {}

    @Property
    void r1_r2_and_r3_hold_for_any_cells(@ForAll long seed) {
        Random random = new Random(seed);
        YearFlow flow = new YearFlow();
        for (Count count : counts(random, 1, 40)) {
            add(flow, count, YEAR);
        }

        Map<String, Map<String, Long>> table = ApplicationTable.of(flow.applications());

        assertEquals(25, table.size());
        table.forEach((row, columns) -> {
            assertEquals(7, columns.size());
            assertEquals(
                    columns.get("TOTAL"),
                    Arrays.stream(ApplicantType.values())
                            .mapToLong(type -> columns.get(type.name()))
                            .sum(),
                    "R3 in " + row);
        });
        for (String column : table.get("NEW_RECEIVED").keySet()) {
            long results = Arrays.stream(Outcome.values())
                    .mapToLong(outcome -> table.get(outcome.name()).get(column))
                    .sum();
            assertEquals(results, table.get("RESULT_TOTAL").get(column), "R2 in " + column);
            assertEquals(
                    table.get("NEW_RECEIVED").get(column)
                            + table.get("CARRIED_IN").get(column),
                    results + table.get("CARRIED_OUT").get(column),
                    "R1 in " + column);
        }
    }

    @Property
    void the_opening_is_last_years_closing_with_those_that_came_and_without_those_that_went(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int bodies) {
        Random random = new Random(seed);
        OrganisationTree tree = ReorganisedTrees.random(random, bodies);
        List<Count> counts = counts(random, bodies, 60);
        for (Scope scope : Scope.values()) {
            for (int root = 0; root < bodies; root++) {
                Composition composition = composition(tree, "B" + root, scope, Include.PREVIOUS);
                PartFlows flows = flows(composition, counts);

                Map<String, Long> opening = opening(flows.ofYear(StatementPropertiesTest::inScope));
                Map<String, Long> expected = closing(flows.ofYearBefore(part -> part instanceof Part.OfYearBefore));
                for (Part part : composition.parts()) {
                    if (part instanceof Part.Changed changed) {
                        opening(flows.ofYear(part::equals))
                                .forEach((figure, stock) -> expected.merge(
                                        figure, changed.change() == Change.CAME ? stock : -stock, Long::sum));
                    }
                }
                assertEquals(expected, opening, "B" + root + " " + scope);
            }
        }
    }

    @Property
    void the_year_before_is_what_its_own_statement_says(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int bodies) {
        Random random = new Random(seed);
        OrganisationTree tree = ReorganisedTrees.random(random, bodies);
        List<Count> counts = counts(random, bodies, 60);
        for (int root = 0; root < bodies; root++) {
            PartFlows flows = flows(composition(tree, "B" + root, Scope.SUBTREE, Include.PREVIOUS), counts);
            YearFlow own = new YearFlow();
            tree.of(YEAR - 1, TODAY)
                    .members("B" + root, Scope.SUBTREE)
                    .forEach(member -> counts.stream()
                            .filter(count -> count.body().equals(member.organisation()))
                            .forEach(count -> add(own, count, YEAR - 1)));

            YearFlow before = flows.ofYearBefore(part -> part instanceof Part.OfYearBefore);
            // Who has a year to confirm is not told by counts.
            own.addBodies(before.bodies());
            assertEquals(Figures.of(own, own), Figures.of(before, before));
        }
    }

    @Property
    void a_subtree_is_own_and_subordinates_added_up_and_likewise_its_levels(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int bodies) {
        Random random = new Random(seed);
        OrganisationTree tree = ReorganisedTrees.random(random, bodies);
        List<Count> counts = counts(random, bodies, 60);
        for (int root = 0; root < bodies; root++) {
            Composition composition = composition(tree, "B" + root, Scope.SUBTREE, Include.SUBORDINATES);
            PartFlows flows = flows(composition, counts);
            YearFlow subordinates = new YearFlow();
            composition
                    .subordinates()
                    .forEach(body -> subordinates.add(flows.ofYear(part ->
                            part instanceof Part.OfYear ofYear && body.code().equals(ofYear.branch()))));
            subordinates.add(flows.ofYear(part -> part instanceof Part.OfYear ofYear && ofYear.branch() == null));
            PartFlows own = flows(composition(tree, "B" + root, Scope.OWN, Include.LEVELS), counts);

            YearFlow subtree = flows.ofYear(StatementPropertiesTest::inScope);
            YearFlow body = own.ofYear(StatementPropertiesTest::inScope);
            YearFlow rest = flows.ofYear(part -> part instanceof Part.OfYear ofYear && ofYear.branch() == null);
            assertEquals(Figures.of(subtree, subtree), Figures.of(subordinates, subordinates));
            assertEquals(Figures.of(body, body), Figures.of(rest, rest));
        }
    }

    @Property
    void percentiles_of_a_subtree_are_those_of_all_its_applications_in_one_list(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int bodies) {
        Random random = new Random(seed);
        OrganisationTree tree = ReorganisedTrees.random(random, bodies);
        List<Count> counts = counts(random, bodies, 200);
        for (int root = 0; root < bodies; root++) {
            Composition composition = composition(tree, "B" + root, Scope.SUBTREE, Include.SUBORDINATES);
            Set<String> members = new HashSet<>(composition.organisations());
            List<Integer> all = counts.stream()
                    .filter(count -> count.measure() == Measure.DECIDED_IN && count.year() == YEAR)
                    .filter(count -> members.contains(count.body()))
                    .flatMap(count ->
                            Collections.nCopies((int) count.amount(), Integer.valueOf(count.category())).stream())
                    .sorted()
                    .toList();

            YearFlow subtree = flows(composition, counts).ofYear(StatementPropertiesTest::inScope);
            Timeliness timeliness = Timeliness.of(subtree);
            assertEquals(nearestRank(all, 50), timeliness.medianWorkingDays());
            assertEquals(nearestRank(all, 90), timeliness.p90WorkingDays());
            for (int percent = 1; percent <= 100; percent++) {
                assertEquals(
                        nearestRank(all, percent),
                        new WorkingDaysUsed(subtree.within(Measure.DECIDED_IN)).percentile(percent));
            }
        }
    }

    /** The least of a sorted list that at least so many in a hundred of it do not exceed, as the definition says. */
    private static Integer nearestRank(List<Integer> sorted, int percent) {
        for (int i = 0; i < sorted.size(); i++) {
            if ((i + 1) * 100L >= (long) percent * sorted.size()) {
                return sorted.get(i);
            }
        }
        return null;
    }

    private static Composition composition(OrganisationTree tree, String root, Scope scope, Include include) {
        return Composition.of(tree, new StatementQuery(root, YEAR, scope, EnumSet.of(include)), TODAY);
    }

    /** What the database does: adds up by part. */
    private static PartFlows flows(Composition composition, List<Count> counts) {
        PartFlows flows = new PartFlows(composition);
        for (int i = 0; i < composition.organisations().size(); i++) {
            int part = composition.partNumbers().get(i);
            String body = composition.organisations().get(i);
            counts.stream()
                    .filter(count -> count.body().equals(body) && count.year() <= YEAR)
                    .forEach(count -> flows.sum(
                            part,
                            When.values()[Math.max(count.year(), YEAR - 2) - YEAR + 2],
                            count.measure(),
                            count.category(),
                            count.type(),
                            count.amount()));
        }
        return flows;
    }

    private static boolean inScope(Part part) {
        return part instanceof Part.OfYear ofYear && ofYear.inScope();
    }

    /** What carries over into the year, by what it is and its column, kind or block. */
    private static Map<String, Long> opening(YearFlow flow) {
        Map<String, Long> stocks = new TreeMap<>();
        ApplicationTable.row(flow.applications().carriedIn())
                .forEach((column, open) -> stocks.put("applications " + column, open));
        DocumentStock.opening(flow).forEach((kind, inForce) -> stocks.put("documents " + kind, inForce));
        DisputeTable.opening(flow).forEach((block, pending) -> stocks.put("disputes " + block, pending));
        return stocks;
    }

    /** What carries over out of the year. */
    private static Map<String, Long> closing(YearFlow flow) {
        Map<String, Long> stocks = new TreeMap<>();
        Figures figures = Figures.of(flow, flow);
        figures.applications().get("CARRIED_OUT").forEach((column, open) -> stocks.put("applications " + column, open));
        stocks.put("documents RULES", figures.proactive().rules().inForce());
        stocks.put(
                "documents NORMATIVE_DOCS",
                figures.proactive().normativeDocuments().inForce());
        figures.disputes().forEach((block, columns) -> stocks.put("disputes " + block, columns.get("PENDING")));
        return stocks;
    }

    private static void add(YearFlow flow, Count count, int year) {
        if (count.year() < year) {
            flow.addBefore(count.measure(), count.category(), count.type(), count.amount());
        } else if (count.year() == year) {
            flow.addWithin(count.measure(), count.category(), count.type(), count.amount());
        }
    }

    private static List<Count> counts(Random random, int bodies, int most) {
        List<Count> counts = new ArrayList<>();
        for (int i = random.nextInt(most); i > 0; i--) {
            Measure measure = Measure.values()[random.nextInt(Measure.values().length)];
            boolean ofApplications = measure == Measure.RECEIVED || measure == Measure.DECIDED;
            counts.add(new Count(
                    "B" + random.nextInt(bodies),
                    YEAR - 4 + random.nextInt(6),
                    measure,
                    category(random, measure),
                    ofApplications ? ApplicantType.values()[random.nextInt(6)].name() : "-",
                    random.nextInt(50)));
        }
        return counts;
    }

    private static String category(Random random, Measure measure) {
        return switch (measure) {
            case DECIDED -> Outcome.values()[random.nextInt(21)].name();
            case DECIDED_IN -> Integer.toString(random.nextInt(60));
            case DECIDED_ON_TIME -> random.nextBoolean() ? "IN_TIME" : "LATE";
            case PUBLICATIONS -> PublicationChannel.values()[random.nextInt(6)].name();
            case DOCUMENTS_ISSUED, DOCUMENTS_ENDED -> DocumentKind.values()[random.nextInt(2)].name();
            case ADMINISTRATIVE_DECISIONS -> DecisionKind.values()[random.nextInt(3)].name();
            case DISPUTES_FILED, DISPUTES_REOPENED -> DisputeKind.values()[random.nextInt(3)].name();
            case DISPUTES_CONCLUDED ->
                DisputeConcluded.category(
                        DisputeKind.values()[random.nextInt(3)], DisputeResult.values()[random.nextInt(3)]);
            case INDICATOR, INDICATOR_REPORTS -> Indicator.values()[random.nextInt(3)].name();
            default -> "-";
        };
    }
}
