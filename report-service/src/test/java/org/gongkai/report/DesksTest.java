package org.gongkai.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gongkai.report.Desks.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DesksTest {

    private final Desks desks = new Desks(() -> 1);

    @Test
    void who_finds_none_free_waits_until_one_is_left() throws Exception {
        CountDownLatch seated = new CountDownLatch(1);
        Thread second = new Thread(() -> {
            try (Desk desk = desks.one()) {
                desk.take();
                seated.countDown();
            }
        });
        try (Desk first = desks.one()) {
            first.take();
            second.start();
            assertFalse(seated.await(200, TimeUnit.MILLISECONDS));
            first.leave();
            assertTrue(seated.await(30, TimeUnit.SECONDS));
        }
        second.join();
    }

    @Test
    void a_desk_that_was_left_and_one_that_was_never_taken_free_no_other() throws Exception {
        try (Desk left = desks.one();
                Desk never = desks.one()) {
            left.take();
            left.leave();
            left.leave();
            never.leave();
        }
        try (Desk only = desks.one()) {
            only.take();
            CountDownLatch seated = new CountDownLatch(1);
            Thread second = new Thread(() -> {
                try (Desk desk = desks.one()) {
                    desk.take();
                    seated.countDown();
                }
            });
            second.start();
            assertFalse(seated.await(200, TimeUnit.MILLISECONDS));
            only.leave();
            second.join();
        }
    }

    @Test
    void a_report_that_fails_leaves_its_desk() {
        try (Desk failing = desks.one()) {
            failing.take();
            throw new IllegalStateException("demonstration");
        } catch (IllegalStateException expected) {
            // what matters is the next one
        }
        try (Desk next = desks.one()) {
            next.take();
        }
    }
}
