package org.gongkai.report.pdf;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;

/** Printers, as many as documents may be made at once; who comes first is served first, and nobody waits for ever. */
final class Printers {

    private static final String LATER = "10";

    private final DocumentSettings settings;
    private final Supplier<Printer> made;
    private final Semaphore places;
    private final Deque<Printer> idle = new ConcurrentLinkedDeque<>();
    private final Timer queued;
    private final Timer printed;

    /** @param made a new printer; they are made when first needed, and kept */
    Printers(DocumentSettings settings, MeterRegistry metrics, Supplier<Printer> made) {
        this.settings = settings;
        this.made = made;
        this.places = new Semaphore(settings.atOnce(), true);
        this.queued = Timer.builder("gongkai.document.queued").register(metrics);
        this.printed = Timer.builder("gongkai.document.printed").register(metrics);
        Gauge.builder("gongkai.document.waiting", places, Semaphore::getQueueLength)
                .register(metrics);
    }

    /**
     * Does a piece of work with a printer of its own.
     *
     * @throws Refusal if too many wait already, or it has waited for too long
     */
    byte[] with(Function<Printer, byte[]> work) {
        queued.record(this::enter);
        try {
            Printer printer = idle.poll();
            Printer used = printer == null ? made.get() : printer;
            byte[] document = printed.record(() -> work.apply(used));
            idle.push(used);
            return document;
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            // without waiting first, but not before others who wait
            if (places.tryAcquire(0, TimeUnit.SECONDS)) {
                return;
            }
            if (places.getQueueLength() < settings.mostWaiting()
                    && places.tryAcquire(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(ProblemType.DOCUMENTS_BUSY).header("Retry-After", LATER);
    }
}
