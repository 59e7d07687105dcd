package org.gongkai.statistics.consumption;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.gongkai.statistics.fact.Reading;
import org.gongkai.statistics.trail.Traces;
import org.gongkai.statistics.trail.TrailRetry;
import org.gongkai.statistics.unreadable.UnreadableFact;
import org.gongkai.statistics.unreadable.UnreadableFact.Number;
import org.jspecify.annotations.Nullable;

/** The trail: what each fact leaves, when it was recorded, and what could not be read. */
final class Tracing implements Fold {

    private static final int FIRST_LENGTH = 16;

    private final Counting unread;
    private final Traces traces = new Traces();
    private final Map<Integer, Times> times = new TreeMap<>();

    /**
     * Nothing yet.
     *
     * @param ids makes ids for unreadable facts
     */
    Tracing(OffsetDateTime now, Supplier<UUID> ids) {
        this.unread = new Counting(now, ids);
    }

    @Override
    public void fact(Delivery delivery, Number number, Reading.Readable reading) {
        noteTime(delivery, number);
        traces.add(
                number.lane(),
                number.position(),
                TrailRetry.typeName(String.valueOf(delivery.header("ce_type"))),
                reading);
    }

    @Override
    public void unreadable(Delivery delivery, Number number, String reason) {
        noteTime(delivery, number);
        unread.unreadable(delivery, number, reason);
    }

    @Override
    public void foreign(Delivery delivery, String reason) {
        // It moves nothing; the ledger keeps it.
    }

    @Override
    public int size() {
        return traces.size() + unread.size();
    }

    private void noteTime(Delivery delivery, Number number) {
        times.computeIfAbsent(number.lane(), none -> new Times()).add(time(delivery.header("ce_time")));
    }

    /** A time that can't be read is that of the fact before. */
    private static long time(@Nullable String text) {
        try {
            return text == null ? 0 : Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException none) {
            return 0;
        }
    }

    Traces traces() {
        return traces;
    }

    /** What could not be read: it is stored as its lane moves past it. */
    List<UnreadableFact> unreadable() {
        return unread.unreadable();
    }

    /** By lane: of each fact in order the latest moment up to it, in milliseconds since 1970. */
    Map<Integer, long[]> times() {
        Map<Integer, long[]> moments = new TreeMap<>();
        times.forEach((lane, each) -> moments.put(lane, each.moments()));
        return moments;
    }

    private static final class Times {

        private long[] moments = new long[FIRST_LENGTH];
        private int length;

        void add(long moment) {
            if (length == moments.length) {
                moments = Arrays.copyOf(moments, 2 * length);
            }
            moments[length] = length == 0 ? moment : Math.max(moments[length - 1], moment);
            length++;
        }

        long[] moments() {
            return Arrays.copyOf(moments, length);
        }
    }
}
