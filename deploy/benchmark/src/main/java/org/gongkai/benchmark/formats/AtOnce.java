package org.gongkai.benchmark.formats;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Callers who begin at the same moment, each with its next call as soon as the last one is answered.
 *
 * @param answers of all of them
 * @param seconds from the first call to the last answer
 */
record AtOnce(List<Answer> answers, double seconds) {

    /** @param time for how long each calls again; zero: each calls once */
    static AtOnce of(int callers, Duration time, Supplier<Answer> call) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        CyclicBarrier together = new CyclicBarrier(callers);
        try {
            List<Future<AtOnce>> each = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                each.add(threads.submit(() -> {
                    together.await();
                    return repeat(time, call);
                }));
            }
            List<Answer> answers = new ArrayList<>();
            double seconds = 0;
            for (Future<AtOnce> caller : each) {
                answers.addAll(caller.get().answers());
                seconds = Math.max(seconds, caller.get().seconds());
            }
            return new AtOnce(answers, seconds);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static AtOnce repeat(Duration time, Supplier<Answer> call) {
        List<Answer> answers = new ArrayList<>();
        long began = System.nanoTime();
        do {
            answers.add(call.get());
        } while (System.nanoTime() - began < time.toNanos());
        return new AtOnce(answers, (System.nanoTime() - began) / 1e9);
    }

    /** Seconds of those that brought the report. */
    List<Double> times() {
        return answers.stream().filter(Answer::good).map(Answer::seconds).toList();
    }

    /** How many were told to come later. */
    int refused() {
        return (int) answers.stream().filter(Answer::refused).count();
    }
}
