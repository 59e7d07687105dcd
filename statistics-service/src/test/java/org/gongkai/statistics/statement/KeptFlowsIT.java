package org.gongkai.statistics.statement;

import static org.gongkai.statistics.testing.Callers.admin;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.statistics.organisation.Scope;
import org.gongkai.statistics.snapshot.Snapshot;
import org.gongkai.statistics.snapshot.Snapshots;
import org.gongkai.statistics.statement.StatementQuery.Include;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.testing.Facts.Fact;
import org.gongkai.statistics.testing.Lives;
import org.gongkai.statistics.testing.StatisticsTestResource;
import org.gongkai.statistics.testing.TestJournal;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "statistics", kafka = true)
@WithTestResource(StatisticsTestResource.class)
class KeptFlowsIT {

    private static final int RECORDS = 800;
    private static final int CONFIRMATIONS = 100;
    private static final int PIECE = 7;
    private static final int READERS = 3;
    private static final List<String> BODIES = List.of("KF", "KF-01", "KF-A", "KF-A-01", "KF-B");

    private final TestJournal journal = TestJournal.running();

    @Inject
    Snapshots snapshots;

    @Inject
    KeptFlows kept;

    @Test
    void what_is_kept_equals_the_cells_of_each_snapshot_while_facts_pour_in() throws Exception {
        journal.record(
                Facts.registered("KF", "CITY", "GOVERNMENT", null),
                Facts.registered("KF-01", "CITY", "DEPARTMENT", "KF"),
                Facts.registered("KF-A", "COUNTY", "GOVERNMENT", "KF"),
                Facts.registered("KF-A-01", "COUNTY", "DEPARTMENT", "KF-A"),
                Facts.registered("KF-B", "COUNTY", "GOVERNMENT", "KF", "2021-04-01"));
        admin().queryParam("atLeast", journal.position())
                .get("/statements/KF/2021")
                .then()
                .statusCode(200);
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        List<Fact> facts = facts(new Random(seed));

        CompletableFuture<Void> ingest = CompletableFuture.runAsync(() -> journal.pour(facts, PIECE));
        List<CompletableFuture<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(CompletableFuture.supplyAsync(() -> compareUntil(ingest)));
        }
        ingest.get();
        for (CompletableFuture<Integer> reader : readers) {
            assertTrue(reader.get() > 10, "compared " + reader.get() + " times: the test shows little");
        }
        admin().queryParam("atLeast", journal.position())
                .get("/statements/KF/2021")
                .then()
                .statusCode(200);
        snapshots.read(this::compare);
    }

    @Test
    void a_confirmation_its_retraction_and_what_is_counted_afterwards_are_seen() {
        journal.record(
                Facts.registered("KG", "CITY", "GOVERNMENT", null),
                Facts.received("KG", "2021-03-04"),
                Facts.confirmed("KG", 2021));
        assertConfirmed(1);

        journal.record(Facts.confirmationRetracted("KG", 2021));
        assertConfirmed(0);

        journal.record(Facts.confirmed("KG", 2021));
        assertConfirmed(1);

        journal.record(Facts.received("KG", "2021-03-05"));
        assertConfirmed(0);
    }

    private void assertConfirmed(int bodies) {
        admin().queryParam("atLeast", journal.position())
                .get("/statements/KG/2021")
                .then()
                .statusCode(200)
                .body("confirmed.yes", equalTo(bodies));
    }

    private int compareUntil(CompletableFuture<Void> end) {
        int times = 0;
        while (!end.isDone()) {
            try {
                snapshots.read(this::compare);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            times++;
        }
        return times;
    }

    /** Every part of a statement with everything beside it, and its months, by what is kept and by the cells of the same snapshot. */
    private boolean compare(Snapshot snapshot) throws SQLException {
        LocalDate today = snapshot.today();
        for (int year : new int[] {2020, 2021}) {
            StatementQuery query = new StatementQuery("KF", year, Scope.SUBTREE, EnumSet.allOf(Include.class));
            Composition composition = Composition.of(snapshot.tree(), query, today);
            PartFlows fromKept = kept.read(snapshot, composition, year);
            assertEquals(
                    MonthCells.ofAll(snapshot.connection(), composition.inScope(), year)
                            .of(year),
                    kept.months(snapshot, composition, year).of(year));
            PartFlows fromCells = StatementCells.read(snapshot.connection(), composition, year, today);
            for (Composition.Part part : composition.parts()) {
                assertEquals(
                        Figures.of(fromCells.ofYear(part::equals), fromCells.ofYear(part::equals)),
                        Figures.of(fromKept.ofYear(part::equals), fromKept.ofYear(part::equals)),
                        () -> part.toString());
                assertEquals(
                        Figures.of(fromCells.ofYearBefore(part::equals), fromCells.ofYearBefore(part::equals)),
                        Figures.of(fromKept.ofYearBefore(part::equals), fromKept.ofYearBefore(part::equals)),
                        () -> part.toString());
            }
        }
        return true;
    }

    /** Whole lives of records, and years confirmed in between. */
    private static List<Fact> facts(Random random) {
        List<Fact> facts = Lives.of(random, RECORDS, BODIES.toArray(String[]::new));
        for (int i = 0; i < CONFIRMATIONS; i++) {
            String body = BODIES.get(random.nextInt(BODIES.size()));
            facts.add(random.nextInt(facts.size()), Facts.confirmed(body, 2020 + random.nextInt(2)));
        }
        return facts;
    }
}
