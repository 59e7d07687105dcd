package org.gongkai.statistics.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.organisation.Scope;
import org.gongkai.statistics.organisation.TreeOfDay;
import org.gongkai.statistics.organisation.TreeOfDay.Member;
import org.jspecify.annotations.Nullable;

/**
 * A body and a year that somebody listens to. Its figures are read by one thread at a time; what was read is said to all.
 */
final class Watch {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Key key;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger joining = new AtomicInteger();
    private final ReentrantLock reading = new ReentrantLock();
    private final FigureLog log = new FigureLog();
    private @Nullable Change cached;

    private volatile long number;
    private volatile boolean stale = true;
    private volatile long staleSince;
    private volatile long readAt;
    private volatile long took;
    private volatile long lanes;
    private volatile @Nullable Reading latest;

    /** Who and when. */
    record Key(String organisation, int year) {}

    /** What a connection is to be sent next, and the number up to which it has heard everything then. */
    record Next(Message message, long number) {}

    /** What became of those that were read: who has something new to say, and who is no more. */
    record Read(List<Watch> moved, List<Watch> gone) {}

    /** The message from one number to the next, made once for all that stand there. */
    private record Change(long from, long to, Message message) {}

    Watch(Key key) {
        this.key = key;
    }

    Key key() {
        return key;
    }

    /** From now on until {@link #wasJoined} it is not deserted. */
    Watch beingJoined() {
        joining.incrementAndGet();
        return this;
    }

    void wasJoined() {
        joining.decrementAndGet();
    }

    /** Whether nobody listens, nor is about to. */
    boolean isDeserted() {
        return joining.get() == 0 && connections.isEmpty();
    }

    Set<Connection> connections() {
        return connections;
    }

    /** Number of the newest change. */
    long number() {
        return number;
    }

    /** The newest reading; null before the first. */
    @Nullable
    Reading latest() {
        return latest;
    }

    boolean isStale() {
        return stale;
    }

    /** Since when, in nanoseconds. */
    long staleSince() {
        return staleSince;
    }

    /** When it was last read, in nanoseconds. */
    long readAt() {
        return readAt;
    }

    /** How long that took, its share where others were read with it. */
    long took() {
        return took;
    }

    /** Something that it depends on may have moved. */
    void touch(long now) {
        if (!stale) {
            staleSince = now;
            stale = true;
        }
    }

    /** Whether it has a member in any of the lanes. */
    boolean hasMemberIn(long touchedLanes) {
        return (lanes & touchedLanes) != 0;
    }

    /**
     * Reads it anew unless it includes a position and is of now, or somebody listens already, for whom it is kept so.
     *
     * @return whether there is something new to say
     * @throws Gone where there is no such body
     */
    boolean bringUpTo(@Nullable Position atLeast, Readings readings) throws SQLException, Gone {
        reading.lock();
        try {
            Reading now = latest;
            boolean good = now != null
                    && (!stale || !connections.isEmpty())
                    && (atLeast == null || now.position().includes(atLeast));
            if (good) {
                return false;
            }
            Read read = read(List.of(this), readings);
            if (!read.gone().isEmpty()) {
                throw new Gone();
            }
            return !read.moved().isEmpty();
        } finally {
            reading.unlock();
        }
    }

    /** Reads some anew in one snapshot, except those that another thread is at. */
    static Read readAgain(List<Watch> watches, Readings readings) throws SQLException {
        List<Watch> free =
                watches.stream().filter(watch -> watch.reading.tryLock()).toList();
        try {
            return read(free, readings);
        } finally {
            free.forEach(watch -> watch.reading.unlock());
        }
    }

    private static Read read(List<Watch> watches, Readings readings) throws SQLException {
        if (watches.isEmpty()) {
            return new Read(List.of(), List.of());
        }
        // Before the snapshot is taken: what moves from now on makes them stale again.
        watches.forEach(watch -> watch.stale = false);
        long begin = System.nanoTime();
        Map<Key, Reading> read;
        try {
            read = readings.read(watches.stream().map(Watch::key).toList());
        } catch (SQLException | RuntimeException failure) {
            watches.forEach(watch -> watch.touch(begin));
            throw failure;
        }
        Read all = new Read(new ArrayList<>(), new ArrayList<>());
        for (Watch watch : watches) {
            Reading now = read.get(watch.key);
            if (now == null) {
                all.gone().add(watch);
            } else if (watch.take(now)) {
                all.moved().add(watch);
            }
        }
        long end = System.nanoTime();
        watches.forEach(watch -> {
            watch.readAt = end;
            watch.took = (end - begin) / watches.size();
        });
        return all;
    }

    private boolean take(Reading now) {
        Reading before = latest;
        if (before == null || before.members() != now.members()) {
            lanes = lanes(now.members());
        }
        synchronized (log) {
            boolean moved = log.take(now);
            latest = now;
            number = log.number();
            return moved;
        }
    }

    private long lanes(TreeOfDay tree) {
        long bits = 0;
        for (Member member : tree.members(key.organisation(), Scope.SUBTREE)) {
            bits |= 1L << Lane.of(member.organisation());
        }
        return bits;
    }

    /** Up to where everything was heard by who has heard of a position; 0: not known. */
    long numberOf(String position) {
        synchronized (log) {
            return log.numberOf(position);
        }
    }

    /**
     * What is to be said to who has heard everything up to a number; null: nothing.
     *
     * @param greeted whether it was told anything yet on this connection
     */
    @Nullable
    Next next(long heard, boolean greeted) {
        synchronized (log) {
            Reading now = Objects.requireNonNull(latest);
            if (!log.canGoOnFrom(heard)) {
                return new Next(
                        new Message(
                                Message.Kind.SNAPSHOT,
                                now.position().toString(),
                                now.statement().get()),
                        number);
            }
            if (greeted && heard == number) {
                return null;
            }
            Change change = cached;
            if (change == null || change.from() != heard || change.to() != number || !greeted) {
                change = new Change(heard, number, change(now, log.since(heard)));
                cached = change;
            }
            return new Next(change.message(), number);
        }
    }

    private static Message change(Reading now, Map<String, @Nullable JsonNode> figures) {
        String position = now.position().toString();
        ObjectNode change = JSON.createObjectNode()
                .put("position", position)
                .put("asOf", now.asOf())
                .put("complete", now.complete());
        ArrayNode changes = change.putArray("changes");
        figures.forEach((path, n) -> changes.addObject().put("figure", path).set("n", n));
        try {
            return new Message(Message.Kind.CHANGE, position, JSON.writeValueAsString(change));
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException("a tree can always be written", cannotBe);
        }
    }

    /** There is no such body. */
    static final class Gone extends Exception {}
}
