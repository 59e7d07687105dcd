package org.gongkai.statistics.lane;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CountedPositionTest {

    private static final long A_MINUTE = 60_000;

    private final CountedPosition counted = new CountedPosition();

    @Test
    void a_wait_goes_on_while_others_are_committed_and_ends_with_its_own() throws Exception {
        CompletableFuture<Boolean> wait = CompletableFuture.supplyAsync(() -> await(position(3, 5)));

        for (int other = 1; other <= 100; other++) {
            counted.advance(position(7, other));
        }
        assertFalse(wait.isDone());
        counted.advance(position(3, 5));

        assertTrue(wait.get(60, TimeUnit.SECONDS));
    }

    @Test
    void a_position_is_known_by_lanes_that_were_committed_apart() throws Exception {
        counted.advance(position(3, 5));
        counted.advance(position(7, 2));

        assertTrue(counted.isKnown(position(3, 5)));
        assertTrue(counted.await(position(7, 1), 1));
        assertFalse(counted.isKnown(position(7, 3)));
        assertFalse(counted.await(position(3, 6), 1));
    }

    @Test
    void a_new_generation_is_known_alone() {
        counted.advance(position(3, 5));

        counted.advance(Position.of(2, new long[Lane.COUNT]));

        assertFalse(counted.isKnown(position(3, 1)));
    }

    private boolean await(Position position) {
        try {
            return counted.await(position, A_MINUTE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Position position(int lane, long reached) {
        long[] lanes = new long[Lane.COUNT];
        lanes[lane] = reached;
        return Position.of(1, lanes);
    }
}
