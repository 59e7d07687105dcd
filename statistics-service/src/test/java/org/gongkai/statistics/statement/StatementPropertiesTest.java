package org.gongkai.statistics.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Outcome;
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
    private record Count(String body, int year, Measure measure, Outcome outcome, ApplicantType type, long amount) {}

    @Property
    void r1_r2_and_r3_hold_for_any_cells(@ForAll long seed) {
        Random random = new Random(seed);
        ApplicationFlow flow = new ApplicationFlow();
        for (Count count : counts(random, 1, 40)) {
            add(flow, count, YEAR);
        }

        Map<String, Map<String, Long>> table = ApplicationTable.of(flow);

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

                long[] opening = flows.ofYear(StatementPropertiesTest::inScope)
                        .applications()
                        .carriedIn();
                long[] expected = carriedOut(flows.ofYearBefore(part -> part instanceof Part.OfYearBefore)
                        .applications());
                for (Part part : composition.parts()) {
                    if (part instanceof Part.Changed changed) {
                        long[] carried =
                                flows.ofYear(part::equals).applications().carriedIn();
                        for (int type = 0; type < carried.length; type++) {
                            expected[type] += changed.change() == Change.CAME ? carried[type] : -carried[type];
                        }
                    }
                }
                assertEquals(Arrays.toString(expected), Arrays.toString(opening), "B" + root + " " + scope);
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
            ApplicationFlow own = new ApplicationFlow();
            tree.of(YEAR - 1, TODAY)
                    .members("B" + root, Scope.SUBTREE)
                    .forEach(member -> counts.stream()
                            .filter(count -> count.body().equals(member.organisation()))
                            .forEach(count -> add(own, count, YEAR - 1)));

            assertEquals(
                    ApplicationTable.of(own),
                    ApplicationTable.of(flows.ofYearBefore(part -> part instanceof Part.OfYearBefore)
                            .applications()));
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

            assertEquals(
                    ApplicationTable.of(
                            flows.ofYear(StatementPropertiesTest::inScope).applications()),
                    ApplicationTable.of(subordinates.applications()));
            assertEquals(
                    ApplicationTable.of(
                            own.ofYear(StatementPropertiesTest::inScope).applications()),
                    ApplicationTable.of(flows.ofYear(
                                    part -> part instanceof Part.OfYear ofYear && ofYear.branch() == null)
                            .applications()));
        }
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
                    .forEach(count -> flows.add(
                            part,
                            When.values()[Math.max(count.year(), YEAR - 2) - YEAR + 2],
                            count.measure(),
                            count.outcome().name(),
                            count.type().name(),
                            count.amount()));
        }
        return flows;
    }

    private static boolean inScope(Part part) {
        return part instanceof Part.OfYear ofYear && ofYear.inScope();
    }

    private static long[] carriedOut(ApplicationFlow flow) {
        Map<String, Long> row = ApplicationTable.of(flow).get("CARRIED_OUT");
        return Arrays.stream(ApplicantType.values())
                .mapToLong(type -> row.get(type.name()))
                .toArray();
    }

    private static void add(ApplicationFlow flow, Count count, int year) {
        if (count.year() < year) {
            flow.addBefore(count.measure(), count.type(), count.amount());
        } else if (count.year() == year && count.measure() == Measure.RECEIVED) {
            flow.addReceived(count.type(), count.amount());
        } else if (count.year() == year) {
            flow.addDecided(count.outcome(), count.type(), count.amount());
        }
    }

    private static List<Count> counts(Random random, int bodies, int most) {
        List<Count> counts = new ArrayList<>();
        for (int i = random.nextInt(most); i > 0; i--) {
            counts.add(new Count(
                    "B" + random.nextInt(bodies),
                    YEAR - 4 + random.nextInt(6),
                    Measure.values()[random.nextInt(2)],
                    Outcome.values()[random.nextInt(21)],
                    ApplicantType.values()[random.nextInt(6)],
                    random.nextInt(50)));
        }
        return counts;
    }
}
