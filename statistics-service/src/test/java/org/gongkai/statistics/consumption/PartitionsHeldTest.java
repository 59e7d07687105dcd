package org.gongkai.statistics.consumption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionsHeldTest {

    private final PartitionsHeld partitions = new PartitionsHeld();

    @Test
    void before_a_broker_answers_the_group_is_not_even_being_joined() {
        assertFalse(partitions.assignedOnce());
        assertFalse(partitions.isJoining());
    }

    @Test
    void from_the_answer_of_a_broker_to_the_first_part_the_group_is_being_joined() {
        partitions.joining();
        assertTrue(partitions.isJoining());

        partitions.assigned(List.of(new TopicPartition("facts", 3)));
        assertFalse(partitions.isJoining());
        assertTrue(partitions.assignedOnce());
        assertEquals(Set.of(3), partitions.now());
    }

    @Test
    void a_part_of_nothing_is_one_and_what_is_taken_away_later_does_not_undo_it() {
        partitions.assigned(List.of());
        assertTrue(partitions.assignedOnce());

        partitions.assigned(List.of(new TopicPartition("facts", 3)));
        partitions.gone(List.of(new TopicPartition("facts", 3)));
        assertTrue(partitions.assignedOnce());
        assertEquals(Set.of(), partitions.now());
        partitions.assigned(List.of(new TopicPartition("facts", 3), new TopicPartition("facts", 4)));
        assertEquals(3, partitions.taken());
    }
}
