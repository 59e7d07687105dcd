package org.gongkai.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

class RepeatingTest {

    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1);

    private final List<String> logged = new CopyOnWriteArrayList<>();

    private Repeating repeating(String name) {
        Logger log = Logger.getLogger("repeating." + name);
        java.util.logging.Logger.getLogger("repeating." + name).addHandler(new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        return new Repeating(name, log, "it is done later");
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return queue.poll(60, TimeUnit.SECONDS);
    }

    @Test
    void a_daemon_of_that_name_does_it_at_once_and_again_and_again() throws InterruptedException {
        BlockingQueue<Thread> runs = new LinkedBlockingQueue<>();
        Repeating repeating = repeating("again");

        repeating.start(OFTEN, () -> runs.add(Thread.currentThread()));

        Thread first = next(runs);
        assertNotNull(first);
        assertEquals("again", first.getName());
        assertTrue(first.isDaemon());
        assertEquals(first, next(runs));
        repeating.stop();
    }

    @Test
    void a_failure_is_logged_in_a_line_and_ends_nothing() throws InterruptedException {
        BlockingQueue<Integer> runs = new LinkedBlockingQueue<>();
        int[] count = {0};
        Repeating repeating = repeating("failing");

        repeating.start(OFTEN, () -> {
            runs.add(++count[0]);
            if (count[0] == 1) {
                throw new java.sql.SQLException("away");
            }
        });

        assertEquals(1, next(runs));
        assertEquals(2, next(runs));
        assertEquals(3, next(runs));
        repeating.stop();
        assertEquals(List.of("it is done later: away"), logged);
    }

    @Test
    void the_first_run_can_wait() throws InterruptedException {
        BlockingQueue<Integer> runs = new LinkedBlockingQueue<>();
        Repeating repeating = repeating("waiting");

        repeating.start(NEVER, OFTEN, () -> runs.add(1));

        assertNull(runs.poll(50, TimeUnit.MILLISECONDS));
        repeating.stop();
    }

    @Test
    void stopping_interrupts_a_run_and_begins_no_other() throws InterruptedException {
        BlockingQueue<Thread> runs = new LinkedBlockingQueue<>();
        CountDownLatch interrupted = new CountDownLatch(1);
        Repeating repeating = repeating("stopping");
        repeating.start(OFTEN, () -> {
            runs.add(Thread.currentThread());
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        Thread thread = next(runs);

        repeating.stop();

        assertTrue(interrupted.await(60, TimeUnit.SECONDS));
        thread.join(60_000);
        assertTrue(!thread.isAlive() && runs.isEmpty());
    }

    @Test
    void what_was_never_started_can_be_stopped() {
        repeating("idle").stop();
        assertEquals(List.of(), logged);
    }
}
