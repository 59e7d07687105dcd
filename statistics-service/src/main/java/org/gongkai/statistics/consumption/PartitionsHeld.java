package org.gongkai.statistics.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.kafka.common.TopicPartition;

/** Which partitions this process reads: information only, since the fence on the lanes does not ask for it. */
@ApplicationScoped
public class PartitionsHeld {

    private final SortedSet<Integer> held = new ConcurrentSkipListSet<>();

    /** The partitions held now. */
    public SortedSet<Integer> now() {
        return held;
    }

    void assigned(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> held.add(partition.partition()));
    }

    void gone(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> held.remove(partition.partition()));
    }
}
