package org.gongkai.benchmark.formats;

/**
 * What came of a call.
 *
 * @param seconds from sending to the last byte
 * @param bytes of the body
 * @param refused 503 with {@code Retry-After}: later
 * @param complaint what is wrong with it, or null
 */
record Answer(double seconds, int bytes, boolean refused, String complaint) {

    /** Whether it is the report. */
    boolean good() {
        return complaint == null;
    }
}
