package org.gongkai.statistics.stream;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.gongkai.statistics.access.Grant;
import org.gongkai.statistics.organisation.TreeOfDay;
import org.jspecify.annotations.Nullable;

/**
 * One listener. It keeps no queue: it is sent one message at a time, made of whatever is newest when it can take it, so a
 * slow one misses moments and never a figure, and holds nobody up. Only the hub's thread speaks to it.
 */
final class Connection implements Flow.Publisher<Message>, Flow.Subscription {

    /** At most five events a second. */
    static final long APART = 200_000_000L;

    private final Hub hub;
    private final Watch watch;
    private final Grant grant;
    private final Line line;
    private final AtomicLong demand = new AtomicLong();
    private volatile Flow.@Nullable Subscriber<? super Message> subscriber;
    private volatile long heard;
    private volatile boolean greeted;
    private long lastSent;
    private long nextEvent;
    private @Nullable TreeOfDay reachedBy;

    /**
     * A connection.
     *
     * @param heard number up to which it has heard everything, on a connection before; 0: it starts anew
     */
    Connection(Hub hub, Watch watch, Grant grant, Line line, long heard, long now) {
        this.hub = hub;
        this.watch = watch;
        this.grant = grant;
        this.line = line;
        this.heard = heard;
        this.lastSent = now;
        this.nextEvent = now;
    }

    Watch watch() {
        return watch;
    }

    Grant grant() {
        return grant;
    }

    Line line() {
        return line;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Message> listener) {
        subscriber = listener;
        listener.onSubscribe(this);
    }

    @Override
    public void request(long n) {
        demand.addAndGet(n);
        if (isBehind()) {
            hub.waits(this);
        }
    }

    @Override
    public void cancel() {
        hub.leave(this);
    }

    /** Whether there is something that it was not told. */
    boolean isBehind() {
        return !greeted || watch.number() > heard;
    }

    /** Whether it can take a message. */
    boolean canTake() {
        return subscriber != null && demand.get() > 0;
    }

    /** From when on it may be sent the next event, in nanoseconds. */
    long nextEvent() {
        return nextEvent;
    }

    /** How long nothing was sent. */
    long silence(long now) {
        return now - lastSent;
    }

    /** Sends what it has not heard; null: nothing was. */
    Message.@Nullable Kind tell(long now) {
        Watch.Next next = watch.next(heard, greeted);
        if (next == null) {
            return null;
        }
        heard = next.number();
        greeted = true;
        nextEvent = now + APART;
        send(next.message(), now);
        return next.message().kind();
    }

    /** Sends a heartbeat. */
    Message.Kind beat(long now) {
        send(Message.HEARTBEAT, now);
        return Message.Kind.HEARTBEAT;
    }

    private void send(Message message, long now) {
        lastSent = now;
        demand.decrementAndGet();
        Flow.Subscriber<? super Message> listener = subscriber;
        if (listener != null) {
            listener.onNext(message);
        }
    }

    /**
     * Ends the stream as if all were said; a caller whose token is good may come again.
     *
     * @return false where nobody listens
     */
    boolean end() {
        Flow.Subscriber<? super Message> listener = subscriber;
        subscriber = null;
        if (listener != null) {
            listener.onComplete();
        }
        return listener != null;
    }

    /** Whether the token still reaches the body: it may have been moved out of the subtree. */
    boolean isReached(TreeOfDay today) {
        if (reachedBy != today) {
            if (!grant.reaches(watch.key().organisation(), today)) {
                return false;
            }
            reachedBy = today;
        }
        return true;
    }
}
