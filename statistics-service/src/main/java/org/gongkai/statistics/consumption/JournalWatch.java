package org.gongkai.statistics.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What this process knows of the journal and of the gaps it has seen: for progress and readiness, not for counting. */
@ApplicationScoped
public class JournalWatch {

    private final Map<Integer, OpenGap> gaps = new ConcurrentHashMap<>();
    private volatile Map<Integer, Head> heads = Map.of();
    private volatile int generation;
    private volatile @Nullable Instant lastReached;
    private volatile @Nullable String failure;

    /**
     * A gap that is not healed yet.
     *
     * @param expected the first fact that is missing
     * @param came the one that came in its stead
     */
    public record OpenGap(long expected, long came, Instant since) {}

    /** How far intake has come in a lane, and how far with publishing. */
    public record Head(long position, long published) {}

    /** The gap of a lane, if one is open. */
    public Optional<OpenGap> gap(int lane) {
        return Optional.ofNullable(gaps.get(lane));
    }

    /** Head of a lane when the journal was last asked. */
    public Optional<Head> head(int lane) {
        return Optional.ofNullable(heads.get(lane));
    }

    /** How many lanes have an open gap. */
    public int openGaps() {
        return gaps.size();
    }

    /** The journal's generation when it was last asked; 0 where it never answered. */
    public int generation() {
        return generation;
    }

    /** When the journal last answered; null where it never did. */
    public @Nullable Instant lastReached() {
        return lastReached;
    }

    /** Why the journal can't be read; null where it can. */
    public @Nullable String failure() {
        return failure;
    }

    /** Notes a gap; false where the lane's is known already. */
    boolean report(Gap gap, Instant now) {
        return gaps.putIfAbsent(gap.lane(), new OpenGap(gap.expected(), gap.came(), now)) == null;
    }

    boolean hasGap(int lane) {
        return gaps.containsKey(lane);
    }

    void healed(int lane) {
        gaps.remove(lane);
    }

    void heads(JournalHeads answer, Instant now) {
        Map<Integer, Head> byLane = new ConcurrentHashMap<>();
        answer.lanes().forEach(head -> byLane.put(head.lane(), new Head(head.position(), head.published())));
        heads = byLane;
        generation = answer.generation();
        reached(now);
    }

    void reached(Instant now) {
        lastReached = now;
        failure = null;
    }

    /** Notes that the journal can't be read; false where that was known already. */
    boolean failed(String why) {
        boolean news = failure == null;
        failure = why;
        return news;
    }
}
