package org.gongkai.report.pdf;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.report.problem.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrintersTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final byte[] DOCUMENT = {1};

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void end() {
        done.countDown();
        callers.shutdownNow();
    }

    @Test
    void no_more_are_made_at_once_than_told_and_who_comes_first_is_served_first() throws Exception {
        Printers printers = printers(1, 8, LONG);
        List<Integer> served = new ArrayList<>();
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<byte[]>> answers = new ArrayList<>();
        for (int caller = 0; caller < 5; caller++) {
            int number = caller;
            answers.add(ask(printers, () -> {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                waitFor(done);
                served.add(number);
                underWay.decrementAndGet();
            }));
            int waiting = caller;
            await().atMost(LONG).until(() -> waiting(waiting, underWay));
        }
        done.countDown();
        for (CompletableFuture<byte[]> answer : answers) {
            assertEquals(DOCUMENT, answer.get(30, TimeUnit.SECONDS));
        }

        assertEquals(List.of(0, 1, 2, 3, 4), served);
        assertEquals(1, most.get());
        assertEquals(1, made.get());
        assertEquals(5, metrics.get("gongkai.document.queued").timer().count());
        assertEquals(5, metrics.get("gongkai.document.printed").timer().count());
        assertTrue(metrics.get("gongkai.document.queued").timer().max(TimeUnit.NANOSECONDS) > 0);
    }

    @Test
    void one_too_many_is_refused_at_once() {
        Printers printers = printers(1, 1, LONG);
        AtomicInteger underWay = new AtomicInteger();
        ask(printers, () -> {
            underWay.incrementAndGet();
            waitFor(done);
        });
        await().atMost(LONG).until(() -> underWay.get() == 1);
        CompletableFuture<byte[]> waits = ask(printers, () -> {});
        await().atMost(LONG).until(() -> waiting(1, underWay));

        assertThrows(Refusal.class, () -> printers.with(printer -> DOCUMENT));

        done.countDown();
        assertEquals(DOCUMENT, waits.join());
    }

    @Test
    void nobody_waits_longer_than_told_and_a_document_that_fails_gives_its_place_back() {
        Printers printers = printers(1, 8, Duration.ofMillis(50));
        AtomicInteger underWay = new AtomicInteger();
        CompletableFuture<byte[]> fails = ask(printers, () -> {
            underWay.incrementAndGet();
            waitFor(done);
            throw new IllegalStateException("breaks");
        });
        await().atMost(LONG).until(() -> underWay.get() == 1);

        assertThrows(Refusal.class, () -> printers.with(printer -> DOCUMENT));

        done.countDown();
        assertThrows(Exception.class, fails::join);
        assertEquals(DOCUMENT, printers.with(printer -> DOCUMENT));
    }

    private Printers printers(int atOnce, int mostWaiting, Duration longestWait) {
        Printer printer = new Printer(Fonts.open());
        return new Printers(new Pdf.Settings(Optional.empty(), atOnce, mostWaiting, longestWait), metrics, () -> {
            made.incrementAndGet();
            return printer;
        });
    }

    private CompletableFuture<byte[]> ask(Printers printers, Runnable work) {
        return CompletableFuture.supplyAsync(
                () -> printers.with(printer -> {
                    work.run();
                    return DOCUMENT;
                }),
                callers);
    }

    private boolean waiting(int callers, AtomicInteger underWay) {
        return underWay.get() == 1
                && metrics.get("gongkai.document.waiting").gauge().value() == callers;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
