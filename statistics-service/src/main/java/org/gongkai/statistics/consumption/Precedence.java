package org.gongkai.statistics.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/**
 * Counting goes first: while more facts wait for it than a poll brings, what else is kept of them waits, so that it does not
 * take the processor and the disk that a backlog needs.
 */
@ApplicationScoped
class Precedence {

    /** For so long a look is good. */
    private static final long GOOD_FOR = TimeUnit.MILLISECONDS.toNanos(500);

    private volatile long countingUntil = System.nanoTime();

    /** The place of a projection in the order. */
    interface Place {
        /** More facts wait than a poll brings. */
        void behind();

        /** Whether others go first. */
        boolean mustWait();
    }

    /** The first place. */
    Place counting() {
        return new Place() {
            @Override
            public void behind() {
                countingUntil = System.nanoTime() + GOOD_FOR;
            }

            @Override
            public boolean mustWait() {
                return false;
            }
        };
    }

    /** A place after counting. */
    Place later() {
        return new Place() {
            @Override
            public void behind() {
                // nobody waits for it
            }

            @Override
            public boolean mustWait() {
                return System.nanoTime() - countingUntil < 0;
            }
        };
    }
}
