package org.gongkai.intake.journal;

/**
 * Where a fact stands.
 *
 * @param generation the journal's generation, from 1
 * @param lane 0 to 63
 * @param number dense in its lane, from 1
 */
public record Position(int generation, int lane, long number) {

    /** The answer header that carries it. */
    public static final String HEADER = "Gongkai-Position";

    static final int BASE = 36;

    /** The token of {@code docs/contracts/position.md}. */
    public String token() {
        return Integer.toString(generation, BASE) + "." + Integer.toString(lane, BASE) + "-"
                + Long.toString(number, BASE);
    }
}
