package org.gongkai.acceptance.faults;

/**
 * One hard kill of a part.
 *
 * @param part who was killed
 * @param posted applications posted until then
 * @param underWay what was under way at that moment, in words
 * @param interrupted whether it was: calls in flight, or for statistics a batch that the database rolled back
 * @param sentAgain calls that the client sent again until all were ready
 * @param seconds until all parts were ready again
 */
public record Kill(String part, int posted, String underWay, boolean interrupted, long sentAgain, double seconds) {

    @Override
    public String toString() {
        return String.format(
                "killed %-10s after %6d applications; under way: %s; calls sent again %d; all ready after %.1f s",
                part, posted, underWay, sentAgain, seconds);
    }
}
