package org.gongkai.statistics.snapshot;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gongkai.statistics.lane.CountedPosition;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;

/** Waits until something that is kept of the facts has come as far as a position. */
public final class Waiting {

    private static final int RETRY_AFTER_SECONDS = 2;
    /** The first look of a wait comes after this part of the usual time. */
    private static final int FIRST_LOOK = 4;

    private final Reached reached;
    private final CountedPosition counted;
    private final AtLeastSettings settings;
    private final Semaphore places;

    /** How far it has come, by the database. */
    public interface Reached {
        /** Reads it. */
        Position now() throws SQLException;
    }

    /**
     * A wait.
     *
     * @param counted tells what this process has committed
     */
    public Waiting(Reached reached, CountedPosition counted, AtLeastSettings settings) {
        this.reached = reached;
        this.counted = counted;
        this.settings = settings;
        this.places = new Semaphore(settings.mostWaiting());
    }

    /**
     * Waits until a position is included.
     *
     * @throws Refused where it is of another generation, or the wait is over in vain
     */
    public void until(Position wanted) throws SQLException {
        if (counted.isKnown(wanted)) {
            return;
        }
        if (!places.tryAcquire()) {
            throw notReached(0);
        }
        try {
            waitFor(wanted);
        } catch (InterruptedException shuttingDown) {
            Thread.currentThread().interrupt();
            throw notReached(0);
        } finally {
            places.release();
        }
    }

    private void waitFor(Position wanted) throws SQLException, InterruptedException {
        long end = System.nanoTime() + settings.patience().toNanos();
        long look = settings.lookEvery().toNanos();
        // What was recorded a moment ago is mostly counted here and in the next one: not every caller needs to look.
        long until = look / FIRST_LOOK;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            long millis = TimeUnit.NANOSECONDS.toMillis(Math.min(left, until));
            if (counted.await(wanted, Math.max(1, millis)) || isIncluded(wanted)) {
                return;
            }
            until = look;
        }
        throw notReached(settings.patience().toSeconds());
    }

    private boolean isIncluded(Position wanted) throws SQLException {
        Position now = reached.now();
        int generation = now.generation();
        if (generation > 0 && wanted.generation() != generation) {
            throw Refused.with(
                    Problem.OTHER_GENERATION, Integer.toString(wanted.generation()), Integer.toString(generation));
        }
        return now.includes(wanted);
    }

    /** Says that it has not come as far yet. */
    public static Refused notReached(long waitedSeconds) {
        return Refused.forNow(Problem.POSITION_NOT_REACHED, RETRY_AFTER_SECONDS, Long.toString(waitedSeconds));
    }
}
