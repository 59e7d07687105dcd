package org.gongkai.statistics.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gongkai.statistics.lane.CountedPosition;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;
import org.jspecify.annotations.Nullable;

/** The wait behind {@code ?atLeast=<token>}: the answer follows only when the counts include the position. */
@ApplicationScoped
public class AtLeast {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final Ledgers ledgers;
    private final CountedPosition counted;
    private final AtLeastSettings settings;
    private final Semaphore places;

    AtLeast(Ledgers ledgers, CountedPosition counted, AtLeastSettings settings) {
        this.ledgers = ledgers;
        this.counted = counted;
        this.settings = settings;
        this.places = new Semaphore(settings.mostWaiting());
    }

    /**
     * Waits until the stored counts include a position.
     *
     * @param token null: no wait
     * @throws Refused where the token is malformed or of another generation, or the wait is over in vain
     */
    public void await(@Nullable String token) throws SQLException {
        if (token == null) {
            return;
        }
        Position wanted = Position.parse(token).orElseThrow(() -> Refused.parameter("atLeast", "parameter.position"));
        if (isIncluded(wanted)) {
            return;
        }
        if (!places.tryAcquire()) {
            throw notReached(0);
        }
        try {
            awaitIn(wanted);
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
            throw notReached(0);
        } finally {
            places.release();
        }
    }

    private void awaitIn(Position wanted) throws SQLException, InterruptedException {
        long end = System.nanoTime() + settings.patience().toNanos();
        long left = settings.patience().toNanos();
        while (left > 0) {
            long look = Math.min(left, settings.lookEvery().toNanos());
            if (counted.await(wanted, Math.max(1, TimeUnit.NANOSECONDS.toMillis(look))) || isIncluded(wanted)) {
                return;
            }
            left = end - System.nanoTime();
        }
        throw notReached(settings.patience().toSeconds());
    }

    private boolean isIncluded(Position wanted) throws SQLException {
        Position counted = ledgers.standing().position();
        int generation = counted.generation();
        if (generation > 0 && wanted.generation() != generation) {
            throw Refused.with(
                    Problem.OTHER_GENERATION, Integer.toString(wanted.generation()), Integer.toString(generation));
        }
        return counted.includes(wanted);
    }

    private static Refused notReached(long waitedSeconds) {
        return Refused.forNow(Problem.POSITION_NOT_REACHED, RETRY_AFTER_SECONDS, Long.toString(waitedSeconds));
    }
}
