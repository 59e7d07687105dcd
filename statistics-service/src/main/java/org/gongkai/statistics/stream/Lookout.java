package org.gongkai.statistics.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.unreadable.UnreadableTable;

/** Looks into the database for what other replicas have counted. */
@ApplicationScoped
class Lookout {

    /** An unreadable fact may concern everybody, whatever its lane: that one was stored elsewhere is seen by their number. */
    private static final long COUNT_EVERY = TimeUnit.SECONDS.toNanos(1);
    /** More are not told apart: they would be counted row by row, every second. */
    private static final int MOST_COUNTED = 10_000;

    private final Ledgers ledgers;
    private final Clock clock;
    private long nextCount = System.nanoTime();
    private long unreadable;

    Lookout(Ledgers ledgers, Clock clock) {
        this.ledgers = ledgers;
        this.clock = clock;
    }

    void look(Moves moves) throws SQLException {
        ledgers.read((connection, standing) -> {
            long now = System.nanoTime();
            if (now - nextCount >= 0) {
                unreadable = UnreadableTable.count(connection, MOST_COUNTED);
                nextCount = now + COUNT_EVERY;
            }
            moves.looked(standing, LocalDate.ofInstant(clock.instant(), clock.getZone()), unreadable);
            return standing;
        });
    }
}
