package org.gongkai.statistics.lane;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far each lane of one generation of the journal is counted, and the token that says so
 * ({@code docs/contracts/position.md}): {@code generation ("." lane "-" position)*} in lower-case base 36.
 */
public final class Position {

    private static final int BASE = 36;
    /** More than 64 lanes of 13 digits never need. */
    private static final int LONGEST = 1024;

    private static final Pattern TOKEN = Pattern.compile("[0-9a-z]{1,6}(\\.[0-9a-z]{1,2}-[0-9a-z]{1,12})*");

    private final int generation;
    private final long[] lanes;

    private Position(int generation, long[] lanes) {
        this.generation = generation;
        this.lanes = lanes;
    }

    /**
     * A position.
     *
     * @param generation 0 where nothing was ever counted
     * @param lanes 64 positions, 0 where nothing of the lane is counted
     */
    public static Position of(int generation, long[] lanes) {
        if (lanes.length != Lane.COUNT) {
            throw new IllegalArgumentException("a position has " + Lane.COUNT + " lanes, not " + lanes.length);
        }
        return new Position(generation, lanes.clone());
    }

    /** Reads a token; empty where it is malformed. */
    public static Optional<Position> parse(String token) {
        if (token.length() > LONGEST || !TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        String[] parts = token.split("\\.");
        long generation = Long.parseLong(parts[0], BASE);
        long[] lanes = new long[Lane.COUNT];
        int before = -1;
        for (int i = 1; i < parts.length; i++) {
            int dash = parts[i].indexOf('-');
            int lane = Integer.parseInt(parts[i].substring(0, dash), BASE);
            long position = Long.parseLong(parts[i].substring(dash + 1), BASE);
            if (lane <= before || lane >= Lane.COUNT || position == 0) {
                return Optional.empty();
            }
            lanes[lane] = position;
            before = lane;
        }
        return generation > Integer.MAX_VALUE ? Optional.empty() : Optional.of(new Position((int) generation, lanes));
    }

    /** The journal's generation; 0 where nothing was ever counted. */
    public int generation() {
        return generation;
    }

    /** Number of the last fact of a lane that is counted; 0 where none is. */
    public long of(int lane) {
        return lanes[lane];
    }

    /** How many facts are counted: positions are dense. */
    public long facts() {
        return Arrays.stream(lanes).sum();
    }

    /** Whether every lane has come at least as far as in the other; only positions of one generation compare. */
    public boolean includes(Position other) {
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            if (lanes[lane] < other.lanes[lane]) {
                return false;
            }
        }
        return generation == other.generation;
    }

    /** Of each lane the further position; both must be of one generation. */
    Position merge(Position other) {
        long[] further = new long[Lane.COUNT];
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            further[lane] = Math.max(lanes[lane], other.lanes[lane]);
        }
        return new Position(generation, further);
    }

    /** The token. */
    @Override
    public String toString() {
        StringBuilder token = new StringBuilder(Integer.toString(generation, BASE));
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            if (lanes[lane] > 0) {
                token.append('.')
                        .append(Integer.toString(lane, BASE))
                        .append('-')
                        .append(Long.toString(lanes[lane], BASE));
            }
        }
        return token.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position that && generation == that.generation && Arrays.equals(lanes, that.lanes);
    }

    @Override
    public int hashCode() {
        return 31 * generation + Arrays.hashCode(lanes);
    }
}
