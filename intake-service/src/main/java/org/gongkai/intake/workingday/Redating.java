package org.gongkai.intake.workingday;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gongkai.intake.Repeating;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Positions;
import org.jboss.logging.Logger;

/**
 * Reckons open cases anew after a change of the calendar, in pieces that commit on their own, so that a crash loses nothing:
 * what was not reached is reckoned by the next pass. There is one at start, and one whenever a case is found that an older
 * calendar dated, be it by a replica that did not know better yet. One pass at a time in the whole system, so that who
 * changes the calendar is told of every case that moved.
 */
@ApplicationScoped
class Redating {

    /** Cases of one transaction. */
    static final int PIECE = 1_000;
    /** Moved cases that an answer lists; all are counted. */
    static final int MOST_LISTED = 10_000;

    private static final Logger LOG = Logger.getLogger(Redating.class);
    /** Any number that no other lock of ours has. */
    private static final long ONE_AT_A_TIME = 7_402_651_118L;
    /** For cases that are being changed: tries, and the pause between two. */
    private static final int TRIES = 40;

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    @Inject
    DataSource database;

    @Inject
    OpenCases cases;

    @Inject
    Calendars calendars;

    @Inject
    CalendarSettings settings;

    @Inject
    Journal journal;

    private final Repeating repeating = new Repeating("redating", LOG, "due days are reckoned anew later");

    /**
     * What a pass did.
     *
     * @param listed the first of the moved cases
     * @param moved how many moved
     * @param positions of the facts
     */
    record Pass(List<MovedCase> listed, long moved, Positions positions) {}

    void start(@Observes StartupEvent event) {
        repeating.start(settings.interval(), this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        repeating.stop();
    }

    private void look() {
        if (cases.anyOlderThan(calendars.version())) {
            alone(false, () -> pass(Calendars.BY)).ifPresent(pass -> {
                if (pass.moved() > 0) {
                    LOG.infof("%d due days moved with the working-day calendar", pass.moved());
                }
            });
        }
    }

    /** Reckons all of them. Cases that others hold for long are left to the next pass. */
    Pass pass(String by) {
        List<MovedCase> listed = new ArrayList<>();
        long moved = 0;
        Positions positions = Positions.NONE;
        Calendars.Loaded calendar = calendars.loaded();
        for (int waited = 0; waited < TRIES; ) {
            OpenCases.Piece piece = cases.reckonAnew(calendar, PIECE, by);
            moved += piece.moved().size();
            piece.moved().stream().limit(MOST_LISTED - listed.size()).forEach(listed::add);
            positions = positions.and(piece.positions());
            if (!piece.moved().isEmpty()) {
                journal.committed();
            }
            if (piece.reckoned() == 0) {
                if (!cases.anyOlderThan(calendar.version())) {
                    break;
                }
                waited++;
                LockSupport.parkNanos(PAUSE);
            }
        }
        return new Pass(listed, moved, positions);
    }

    /** Does the work while nobody else in the whole system does such; empty where another does and it is not waited for. */
    <T> Optional<T> alone(boolean wait, Supplier<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection.prepareStatement(
                    wait ? "SELECT true FROM pg_advisory_xact_lock(?)" : "SELECT pg_try_advisory_xact_lock(?)")) {
                lock.setLong(1, ONE_AT_A_TIME);
                try (ResultSet rows = lock.executeQuery()) {
                    rows.next();
                    return rows.getBoolean(1) ? Optional.of(work.get()) : Optional.empty();
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new CalendarTable.CalendarUnavailable(e);
        }
    }
}
