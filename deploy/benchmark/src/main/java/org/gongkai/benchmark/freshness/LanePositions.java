package org.gongkai.benchmark.freshness;

import java.util.Map;
import java.util.TreeMap;

/** A position token, read by its grammar ({@code docs/contracts/position.md}). */
record LanePositions(int generation, Map<Integer, Long> lanes) {

    private static final int BASE = 36;

    static LanePositions of(String token) {
        String[] words = token.strip().split("\\.");
        Map<Integer, Long> lanes = new TreeMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] lane = words[i].split("-");
            lanes.put(Integer.parseInt(lane[0], BASE), Long.parseLong(lane[1], BASE));
        }
        return new LanePositions(Integer.parseInt(words[0], BASE), lanes);
    }

    /** Whether each lane of the other is reached. */
    boolean includes(LanePositions other) {
        return generation == other.generation
                && other.lanes.entrySet().stream()
                        .allMatch(lane -> lanes.getOrDefault(lane.getKey(), 0L) >= lane.getValue());
    }

    /** Of each lane the further one. */
    LanePositions with(LanePositions other) {
        Map<Integer, Long> further = new TreeMap<>(lanes);
        other.lanes.forEach((lane, position) -> further.merge(lane, position, Math::max));
        return new LanePositions(Math.max(generation, other.generation), further);
    }
}
