package org.gongkai.statistics.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Which partitions this process reads: information only, since the fence on the lanes does not ask for it. */
@ApplicationScoped
public class PartitionsHeld {

    private static final long JOINED_WITHIN = TimeUnit.MINUTES.toNanos(1);

    private final SortedSet<Integer> held = new ConcurrentSkipListSet<>();
    private final AtomicLong taken = new AtomicLong();
    private volatile boolean assignedOnce;
    private volatile @Nullable Long joiningSince;

    /** The partitions held now. */
    public SortedSet<Integer> now() {
        return held;
    }

    /** How many were given to this process since it started, the same ones again among them. */
    public long taken() {
        return taken.get();
    }

    /**
     * Whether the group has given this process its part since it started, be it none: the group can be reached, and what
     * is published comes from now on.
     */
    public boolean assignedOnce() {
        return assignedOnce;
    }

    /**
     * Whether the first part is being waited for as it may be: a broker has answered, not long ago. A group waits for a
     * member that was killed until its session is over, ten seconds; a rebalance among live members takes less than a minute.
     */
    public boolean isJoining() {
        Long since = joiningSince;
        return !assignedOnce && since != null && System.nanoTime() - since < JOINED_WITHIN;
    }

    /** A broker has answered: from now on the group is being joined. */
    void joining() {
        joiningSince = System.nanoTime();
    }

    void assigned(Collection<TopicPartition> partitions) {
        assignedOnce = true;
        taken.addAndGet(partitions.size());
        partitions.forEach(partition -> held.add(partition.partition()));
    }

    void gone(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> held.remove(partition.partition()));
    }
}
