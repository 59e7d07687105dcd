package org.gongkai.intake.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far each lane has come that a write of many facts touched.
 *
 * @param generation the journal's, or 0 where nothing was written
 * @param byLane lane to number, in rising order of lanes
 */
public record Positions(int generation, Map<Integer, Long> byLane) {

    /** Nothing was written. */
    public static final Positions NONE = new Positions(0, Map.of());

    public Positions {
        byLane = new TreeMap<>(byLane);
    }

    /** With these as well; the higher number of a lane wins, and a newer generation over all. */
    public Positions and(Collection<Position> others) {
        Positions merged = this;
        for (Position other : others) {
            merged = merged.and(new Positions(other.generation(), Map.of(other.lane(), other.number())));
        }
        return merged;
    }

    private Positions and(Positions other) {
        if (generation != other.generation) {
            return generation > other.generation ? this : other;
        }
        Map<Integer, Long> higher = new TreeMap<>(byLane);
        other.byLane.forEach((lane, number) -> higher.merge(lane, number, Math::max));
        return new Positions(generation, higher);
    }

    /** The token of {@code docs/contracts/position.md}; null where nothing was written. */
    public String token() {
        if (generation == 0) {
            return null;
        }
        StringBuilder token = new StringBuilder(Integer.toString(generation, Position.BASE));
        byLane.forEach((lane, number) -> token.append('.')
                .append(Integer.toString(lane, Position.BASE))
                .append('-')
                .append(Long.toString(number, Position.BASE)));
        return token.toString();
    }

    /** Reads such a token; null is {@link #NONE}. */
    public static Positions of(String token) {
        if (token == null) {
            return NONE;
        }
        List<String> parts = List.of(token.split("\\."));
        Map<Integer, Long> byLane = new TreeMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int dash = part.indexOf('-');
            byLane.put(
                    Integer.parseInt(part.substring(0, dash), Position.BASE),
                    Long.parseLong(part.substring(dash + 1), Position.BASE));
        }
        return new Positions(Integer.parseInt(parts.get(0), Position.BASE), byLane);
    }
}
