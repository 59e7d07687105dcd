package org.gongkai.statistics.lane;

import org.jspecify.annotations.Nullable;

/**
 * How far a batch moves one lane.
 *
 * @param start position that the batch started from
 * @param end position of its last fact
 * @param kafkaPartition where that fact lay, as information; null where it came from the journal
 * @param kafkaOffset likewise
 */
public record LaneMove(
        int lane,
        long start,
        long end,
        @Nullable Integer kafkaPartition,
        @Nullable Long kafkaOffset) {}
