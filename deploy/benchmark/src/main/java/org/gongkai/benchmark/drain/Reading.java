package org.gongkai.benchmark.drain;

/**
 * What one contender did with a topic in one round.
 *
 * @param facts from the first on
 * @param seconds from its first fact to its last
 * @param peakMegabytes resident at most; of a service of several processes, its own
 */
record Reading(long facts, double seconds, long peakMegabytes) {

    double perSecond() {
        return facts == 0 ? 0 : facts / seconds;
    }

    /** As a process tells it to the one that started it. */
    String line() {
        return "reading " + facts + " " + seconds + " " + peakMegabytes;
    }

    /** Reads such a line among others. */
    static Reading of(String output) {
        String[] words = output.lines()
                .filter(line -> line.startsWith("reading "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no reading: " + output))
                .split(" ");
        return new Reading(Long.parseLong(words[1]), Double.parseDouble(words[2]), Long.parseLong(words[3]));
    }
}
