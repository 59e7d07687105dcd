package org.gongkai.benchmark.drain;

import java.time.Duration;
import java.util.List;

/**
 * What a peer is given.
 *
 * @param expected facts in the topic
 * @param most how long it may take from its first fact on
 * @param jdbcUrl the peers' database, with user
 * @param directory for its state
 */
record Assignment(String kafka, String topic, long expected, Duration most, String jdbcUrl, String directory) {

    List<String> arguments() {
        return List.of(kafka, topic, Long.toString(expected), Long.toString(most.toMillis()), jdbcUrl, directory);
    }

    static Assignment of(String[] arguments, int from) {
        return new Assignment(
                arguments[from],
                arguments[from + 1],
                Long.parseLong(arguments[from + 2]),
                Duration.ofMillis(Long.parseLong(arguments[from + 3])),
                arguments[from + 4],
                arguments[from + 5]);
    }
}
