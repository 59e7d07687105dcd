package org.gongkai.statistics.recount;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.gongkai.statistics.consumption.Journal;
import org.gongkai.statistics.counting.Rules;
import org.gongkai.statistics.lane.Standing;
import org.gongkai.statistics.ledger.LedgerTable;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.unreadable.FactIds;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes recounts and has them carried out, one after another, by whichever replica has the lock; and begins one by itself
 * where the journal has begun a new generation or the live ledger was counted by other rules.
 */
@ApplicationScoped
class Recounts {

    private static final Logger LOG = Logger.getLogger(Recounts.class);

    private static final long LOCK = 0x676f6e676b6169L;

    private final DataSource database;
    private final Ledgers ledgers;
    private final Recounting recounting;
    private final RecountSettings settings;
    private final FactIds ids;
    private final Clock clock;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    Recounts(
            DataSource database,
            Ledgers ledgers,
            Recounting recounting,
            RecountSettings settings,
            FactIds ids,
            Clock clock) {
        this.database = database;
        this.ledgers = ledgers;
        this.recounting = recounting;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Thread recounts = new Thread(this::run, "recounts");
        recounts.setDaemon(true);
        recounts.start();
        thread = recounts;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wakeUp.release();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    /** Takes one; where one for the same purpose has not ended, that one is it. */
    Recount request(Purpose purpose, String by) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Optional<Recount> unended = RecountTable.oldestUnended(connection, purpose);
            Recount recount = unended.isPresent() ? unended.get() : add(connection, purpose, Cause.REQUESTED, by);
            wakeUp.release();
            return recount;
        }
    }

    Optional<Recount> byId(UUID id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return RecountTable.byId(connection, id);
        }
    }

    RecountView view(Recount recount) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return RecountView.of(recount, RecountTable.differences(connection, recount.id()));
        }
    }

    private Recount add(Connection connection, Purpose purpose, Cause cause, @Nullable String by) throws SQLException {
        Recount recount = new Recount(
                ids.next(),
                purpose,
                cause,
                State.WAITING,
                by,
                OffsetDateTime.now(clock),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        RecountTable.add(connection, recount);
        return recount;
    }

    private void run() {
        while (!stopping) {
            try {
                turn();
            } catch (SQLException | RuntimeException failure) {
                LOG.warnf("Counting again failed and is tried again: %s", failure);
            } catch (InterruptedException interrupted) {
                stopping = true;
                Thread.currentThread().interrupt();
            }
            rest();
        }
    }

    private void rest() {
        try {
            if (wakeUp.tryAcquire(settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    /** The lock is the connection's, so it is free again when this process dies. */
    private void turn() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            if (lock(connection, "pg_try_advisory_lock")) {
                try {
                    dropWhatIsLeft(connection);
                    beginByItself(connection);
                    carryOut(connection);
                } finally {
                    lock(connection, "pg_advisory_unlock");
                }
            }
        }
    }

    private void carryOut(Connection connection) throws SQLException, InterruptedException {
        Optional<Recount> recount = RecountTable.oldestUnended(connection, null);
        while (recount.isPresent() && !stopping) {
            try {
                recounting.carryOut(recount.get(), () -> stopping);
            } catch (Journal.Unreachable unreachable) {
                LOG.warnf("Counting again waits: %s", unreachable.getMessage());
                return;
            }
            dropWhatIsLeft(connection);
            recount = RecountTable.oldestUnended(connection, null);
        }
    }

    private void beginByItself(Connection connection) throws SQLException {
        Standing standing = ledgers.standing();
        if (standing.position().generation() == 0) {
            return;
        }
        Cause cause = standing.isStopped()
                ? Cause.NEW_GENERATION
                : LedgerTable.liveRules(connection) == Rules.VERSION ? null : Cause.NEW_RULES;
        if (cause != null
                && RecountTable.oldestUnended(connection, Purpose.REBUILD).isEmpty()) {
            LOG.infof("Everything is counted again: %s", cause);
            add(connection, Purpose.REBUILD, cause, null);
        }
    }

    private void dropWhatIsLeft(Connection connection) throws SQLException {
        OffsetDateTime before = OffsetDateTime.now(clock).minus(settings.keepRetired());
        for (int ledger : LedgerTable.left(connection, before)) {
            LedgerTable.drop(connection, ledger);
            LOG.infof("Dropped ledger %d", ledger);
        }
    }

    private static boolean lock(Connection connection, String function) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT " + function + "(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
