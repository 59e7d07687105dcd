package org.gongkai.statistics.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gongkai.statistics.access.Grant;
import org.gongkai.statistics.lane.CountedPosition;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.organisation.TreeOfDay;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners what moved. Figures are read once for each body and year that somebody listens to, and only when
 * something that they depend on may have moved; one thread does all of it and all the speaking, within {@link Agenda}.
 */
@ApplicationScoped
class Hub {

    private static final Logger LOG = Logger.getLogger(Hub.class);

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long AFTER_FAILURE = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_SLEEP = TimeUnit.SECONDS.toNanos(1);
    private static final long INCOMPLETE_AGAIN = TimeUnit.MILLISECONDS.toNanos(500);
    /** A connection that nobody has taken up by then never will be. */
    private static final long TAKEN_UP_WITHIN = TimeUnit.SECONDS.toNanos(30);
    /** A listener that takes nothing for so many heartbeats is cut off. */
    private static final int HEARTBEATS_MISSED = 4;

    private final Readings readings;
    private final Lookout lookout;
    private final CountedPosition counted;
    private final StreamSettings settings;
    private final StreamMetrics metrics;
    private final Clock clock;
    private final Moves moves = new Moves();
    private final Agenda agenda = new Agenda();
    private final ConcurrentMap<Watch.Key, Watch> watches = new ConcurrentHashMap<>();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Connection> waiting = ConcurrentHashMap.newKeySet();
    private final Deserted deserted = new Deserted(watches);
    private final AtomicInteger places = new AtomicInteger();
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean stopping;
    private long nextLook = System.nanoTime();
    private long nextTick = System.nanoTime();
    private boolean failing;
    private @Nullable Thread thread;

    Hub(
            Readings readings,
            Lookout lookout,
            CountedPosition counted,
            StreamSettings settings,
            StreamMetrics metrics,
            Clock clock) {
        this.readings = readings;
        this.lookout = lookout;
        this.counted = counted;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        metrics.watch(places, watches);
        counted.listen(advance -> {
            moves.advanced(advance);
            wakeUp.release();
        });
        Thread speaking = new Thread(this::run, "stream-hub");
        speaking.setDaemon(true);
        speaking.start();
        thread = speaking;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wakeUp.release();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    /**
     * A connection of its own, to be subscribed to once; empty where there is no place left.
     *
     * @param atLeast what it is told first includes this position; null: any
     * @param lastHeard the last id that it was told before; null: it starts anew
     * @throws Watch.Gone where there is no such body
     */
    Optional<Connection> join(
            Watch.Key key, @Nullable Position atLeast, @Nullable String lastHeard, Grant grant, Line line)
            throws SQLException, Watch.Gone {
        if (stopping || places.incrementAndGet() > settings.mostConnections()) {
            places.decrementAndGet();
            metrics.refused.increment();
            return Optional.empty();
        }
        // Known to the hub before it is read, so that nothing that moves meanwhile is missed.
        Watch watch = watches.compute(key, (none, held) -> (held == null ? new Watch(key) : held).beingJoined());
        boolean joined = false;
        try {
            boolean moved = watch.bringUpTo(atLeast, readings);
            long heard = lastHeard == null ? 0 : watch.numberOf(lastHeard);
            Connection connection = new Connection(this, watch, grant, line, heard, System.nanoTime());
            connections.add(connection);
            watch.connections().add(connection);
            joined = true;
            if (moved) {
                tellAll(watch);
            }
            wakeUp.release();
            return Optional.of(connection);
        } finally {
            watch.wasJoined();
            if (!joined) {
                places.decrementAndGet();
            }
        }
    }

    /** Takes a connection off; it is told nothing more. */
    void leave(Connection connection) {
        if (connections.remove(connection)) {
            connection.watch().connections().remove(connection);
            waiting.remove(connection);
            places.decrementAndGet();
        }
    }

    /** A connection that is behind can take a message. */
    void waits(Connection connection) {
        waiting.add(connection);
        wakeUp.release();
    }

    private void tellAll(Watch watch) {
        waiting.addAll(watch.connections());
    }

    private void run() {
        while (!stopping) {
            try {
                turn();
            } catch (SQLException | RuntimeException failure) {
                if (!failing) {
                    LOG.warnf("Streams stand still until this is over: %s", failure.getMessage());
                }
                failing = true;
                nextLook = System.nanoTime() + AFTER_FAILURE;
            }
            rest();
        }
        endAll();
    }

    /** One that does not take its end, since it was never listened to or is going at this moment, is cut off. */
    private void endAll() {
        for (Connection connection : connections) {
            leave(connection);
            boolean taken = false;
            try {
                taken = connection.end();
            } catch (RuntimeException going) {
                LOG.debugf("A stream was going as it was ended: %s", going);
            }
            if (!taken || !connection.line().isOver()) {
                connection.line().cut();
            }
        }
    }

    private void turn() throws SQLException {
        long now = System.nanoTime();
        speak(now);
        if (now - nextTick >= 0) {
            nextTick = now + TICK;
            tick(now);
        }
        if (watches.isEmpty()) {
            moves.forget();
            failing = false;
        } else if (!failing || now - nextLook >= 0) {
            follow(now);
            failing = false;
        }
    }

    private void follow(long now) throws SQLException {
        if (now - nextLook >= 0) {
            nextLook = now + settings.lookEvery().toNanos();
            lookout.look(moves);
        }
        sortOut(System.nanoTime());
        touchIncomplete(System.nanoTime());
        read();
    }

    /** What is missing in figures may be counted by a replay elsewhere, which moves no lane. */
    private void touchIncomplete(long now) {
        for (Watch watch : watches.values()) {
            Reading latest = watch.latest();
            if (latest != null && !latest.complete() && now - watch.readAt() >= INCOMPLETE_AGAIN) {
                watch.touch(now);
            }
        }
    }

    /** Which figures may have moved. */
    private void sortOut(long now) {
        Moves.Touched touched = moves.take();
        if (touched.isNothing()) {
            return;
        }
        Map<TreeOfDay, Set<String>> above = new HashMap<>();
        for (Watch watch : watches.values()) {
            Reading latest = watch.latest();
            if (latest == null
                    || touched.everybody()
                    || watch.hasMemberIn(touched.lanes())
                    || above.computeIfAbsent(latest.members(), tree -> above(tree, touched.organisations()))
                            .contains(watch.key().organisation())) {
                watch.touch(now);
            }
        }
    }

    /** The organisations and everybody above them. */
    private static Set<String> above(TreeOfDay tree, Set<String> organisations) {
        Set<String> above = new HashSet<>();
        for (String organisation : organisations) {
            above.add(organisation);
            String standing = tree.countsAs(organisation);
            String at = standing.equals(organisation) ? tree.parentOf(organisation) : standing;
            // Where somebody was met before, so was everybody above.
            while (at != null && above.add(at)) {
                at = tree.parentOf(at);
            }
        }
        return above;
    }

    private void read() throws SQLException {
        List<Watch> due = agenda.due(watches.values());
        if (!due.isEmpty()) {
            agenda.spend(() -> read(due));
        }
    }

    /** Says at once what is new. */
    private void read(List<Watch> due) throws SQLException {
        Watch.Read read = metrics.reading(() -> Watch.readAgain(due, readings));
        read.moved().forEach(this::tellAll);
        speak(System.nanoTime());
        due.forEach(this::endUnreached);
        for (Watch gone : read.gone()) {
            watches.remove(gone.key(), gone);
            gone.connections().forEach(this::end);
        }
    }

    private void endUnreached(Watch watch) {
        Reading latest = watch.latest();
        if (latest != null) {
            for (Connection connection : watch.connections()) {
                if (!connection.isReached(latest.today())) {
                    end(connection);
                }
            }
        }
    }

    /** Sends what waits to be sent, to whoever can take it and was left in peace for long enough. */
    private void speak(long now) {
        for (Connection connection : waiting) {
            if (!connection.canTake() || !connection.isBehind()) {
                waiting.remove(connection);
                if (connection.canTake() && connection.isBehind()) {
                    waiting.add(connection);
                }
            } else if (now - connection.nextEvent() >= 0) {
                waiting.remove(connection);
                send(connection, () -> connection.tell(now));
            }
        }
    }

    private void send(Connection connection, Supplier<Message.@Nullable Kind> sending) {
        try {
            metrics.sent(sending.get());
        } catch (RuntimeException failure) {
            LOG.warnf("A stream is given up: %s", failure);
            drop(connection);
        }
    }

    private void tick(long now) {
        Instant instant = clock.instant();
        for (Connection connection : connections) {
            if (connection.line().isClosed()) {
                drop(connection);
            } else if (!instant.isBefore(connection.grant().until())) {
                end(connection);
            } else if (connection.canTake()) {
                if (connection.silence(now) >= settings.heartbeat().toNanos() && !connection.isBehind()) {
                    send(connection, () -> connection.beat(now));
                }
            } else if (connection.silence(now)
                    >= Math.max(
                            TAKEN_UP_WITHIN,
                            HEARTBEATS_MISSED * settings.heartbeat().toNanos())) {
                drop(connection);
            }
        }
        deserted.forget(now);
    }

    private void drop(Connection connection) {
        leave(connection);
        metrics.dropped.increment();
        connection.line().cut();
    }

    private void end(Connection connection) {
        leave(connection);
        connection.end();
    }

    private void rest() {
        try {
            long sleep = sleep(System.nanoTime());
            if (sleep > 0 && wakeUp.tryAcquire(sleep, TimeUnit.NANOSECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Until there is something to do without being told. */
    private long sleep(long now) {
        long sleep = LONGEST_SLEEP;
        if (!connections.isEmpty() || !watches.isEmpty()) {
            sleep = Math.min(sleep, nextTick - now);
        }
        if (!watches.isEmpty()) {
            sleep = Math.min(sleep, nextLook - now);
        }
        for (Connection connection : waiting) {
            if (connection.canTake()) {
                sleep = Math.min(sleep, connection.nextEvent() - now);
            }
        }
        return failing ? sleep : Math.min(sleep, agenda.untilDue(watches.values(), now, TICK, LONGEST_SLEEP));
    }
}
