package org.gongkai.statistics.recount;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.gongkai.statistics.consumption.Journal;
import org.gongkai.statistics.consumption.LedgerFiller;
import org.gongkai.statistics.consumption.LedgerFillers;
import org.gongkai.statistics.counting.Rules;
import org.gongkai.statistics.lane.Advance;
import org.gongkai.statistics.lane.CountedPosition;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.lane.Standing;
import org.gongkai.statistics.ledger.LedgerTable;
import org.gongkai.statistics.ledger.Ledgers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries out one recount; one that was interrupted goes on where its ledger stands. */
@ApplicationScoped
class Recounting {

    private static final Logger LOG = Logger.getLogger(Recounting.class);

    private final DataSource database;
    private final Ledgers ledgers;
    private final LedgerFillers fillers;
    private final Journal journal;
    private final CountedPosition counted;
    private final RecountSettings settings;
    private final Clock clock;

    Recounting(
            DataSource database,
            Ledgers ledgers,
            LedgerFillers fillers,
            Journal journal,
            CountedPosition counted,
            RecountSettings settings,
            Clock clock) {
        this.database = database;
        this.ledgers = ledgers;
        this.fillers = fillers;
        this.journal = journal;
        this.counted = counted;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Carries it out, or leaves it as it is where the process is stopping.
     *
     * @throws SQLException where the database does not answer; it is gone on with later
     * @throws Journal.Unreachable where the topic lacks facts and the journal can't be read; likewise
     */
    void carryOut(Recount recount, BooleanSupplier stopping)
            throws SQLException, Journal.Unreachable, InterruptedException {
        Standing live = ledgers.standing();
        int generation = generation(recount, live);
        if (live.position().generation() == 0) {
            note(recount, new Recount.Comparison(live.position().toString(), 0, 0L, 0L, 0L), List.of());
            end(recount, State.DONE, null);
            return;
        }
        if (recount.generation() != null && recount.generation() != generation) {
            end(recount, State.FAILED, "the journal has begun generation " + generation + " meanwhile");
            return;
        }
        int ledger = recount.ledger() == null ? begin(recount, generation) : recount.ledger();
        try (LedgerFiller filler = fillers.filler(ledger, stopping)) {
            Position target = target(generation);
            do {
                if (!filler.fillTo(target)) {
                    return;
                }
                target = target(generation);
            } while (target.facts() - filler.reached().facts() > settings.near());
            compare(recount, ledger, filler);
            if (recount.purpose() == Purpose.REBUILD) {
                swap(recount, ledger, filler);
            } else {
                end(recount, State.DONE, null);
            }
        }
    }

    /** Which generation's facts are counted: a verification proves the live one, a rebuild makes the newest. */
    private static int generation(Recount recount, Standing live) {
        Integer newer = live.newerGeneration();
        return recount.purpose() == Purpose.REBUILD && live.isStopped() && newer != null
                ? newer
                : live.position().generation();
    }

    /** What is to be counted: what the live ledger has; of a new generation what was published. */
    private Position target(int generation) throws SQLException, Journal.Unreachable {
        Position live = ledgers.standing().position();
        if (live.generation() == generation) {
            return live;
        }
        Position published = journal.published();
        if (published.generation() != generation) {
            throw new Journal.Unreachable(
                    "the journal of intake-service is of generation " + published.generation() + ", not " + generation,
                    null);
        }
        return published;
    }

    private int begin(Recount recount, int generation) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int ledger = LedgerTable.make(connection, Rules.VERSION, generation);
                RecountTable.begin(connection, recount.id(), generation, ledger, OffsetDateTime.now(clock));
                connection.commit();
                LOG.infof("Counting again: %s %s into ledger %d", recount.purpose(), recount.id(), ledger);
                return ledger;
            } finally {
                connection.rollback();
            }
        }
    }

    /** Compares with the live ledger in one snapshot of it, at whose position the recount is made to stand exactly. */
    private void compare(Recount recount, int ledger, LedgerFiller filler)
            throws SQLException, Journal.Unreachable, InterruptedException {
        Position reached = filler.reached();
        try {
            ledgers.read((live, standing) -> {
                if (standing.position().generation() != reached.generation()) {
                    note(
                            recount,
                            new Recount.Comparison(reached.toString(), reached.facts(), null, null, null),
                            List.of());
                    return standing;
                }
                if (!filler.fillTo(standing.position())) {
                    throw new InterruptedException();
                }
                ledgers.readFrom(ledger, (recounted, its) -> {
                    Comparing comparing = new Comparing(live, recounted).compare();
                    note(
                            recount,
                            new Recount.Comparison(
                                    its.position().toString(),
                                    its.position().facts(),
                                    comparing.cells(),
                                    comparing.differing(),
                                    comparing.others()),
                            comparing.listed());
                    return its;
                });
                return standing;
            });
        } catch (SQLException | RuntimeException | Journal.Unreachable | InterruptedException failure) {
            throw failure;
        } catch (Exception cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    /** Makes the recount the live ledger, while nobody counts: what came meanwhile is counted first. */
    private void swap(Recount recount, int ledger, LedgerFiller filler)
            throws SQLException, Journal.Unreachable, InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                try (Statement patience = connection.createStatement()) {
                    patience.execute("SET LOCAL lock_timeout TO '10s'");
                }
                // The lock under which recounts run is gone with its connection, and another replica may have gone on.
                if (!RecountTable.take(connection, recount.id())) {
                    return;
                }
                int live = LedgerTable.live(connection);
                long begin = System.nanoTime();
                Position held = LedgerTable.holdLive(connection, live);
                if (held.generation() == filler.reached().generation() && !filler.fillTo(held)) {
                    return;
                }
                OffsetDateTime now = OffsetDateTime.now(clock);
                LedgerTable.swap(connection, live, ledger, now);
                RecountTable.end(connection, recount.id(), State.DONE, null, now);
                connection.commit();
                counted.advance(new Advance(held, filler.reached(), Set::of, true));
                LOG.infof(
                        "Ledger %d is live instead of %d; lanes were held for %d ms",
                        ledger, live, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            } finally {
                connection.rollback();
            }
        }
    }

    private void note(Recount recount, Recount.Comparison found, List<Difference> differences) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                RecountTable.compared(connection, recount.id(), found, differences);
                connection.commit();
            } finally {
                connection.rollback();
            }
        }
    }

    private void end(Recount recount, State state, @Nullable String failure) throws SQLException {
        try (Connection connection = database.getConnection()) {
            RecountTable.end(connection, recount.id(), state, failure, OffsetDateTime.now(clock));
        }
    }
}
