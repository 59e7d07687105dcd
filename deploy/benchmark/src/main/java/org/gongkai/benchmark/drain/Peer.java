package org.gongkai.benchmark.drain;

import java.util.Locale;

/** What else can be done with a topic of facts. Each runs in a process of its own. */
enum Peer {
    RAW("raw consumer") {
        @Override
        void run(Assignment assignment, Stopwatch watch) {
            PlainConsumer.run(assignment, watch, record -> record.serializedKeySize() + record.serializedValueSize());
        }
    },
    PARSE("consumer and parse") {
        @Override
        void run(Assignment assignment, Stopwatch watch) {
            PlainConsumer.run(
                    assignment,
                    watch,
                    record -> Cell.read(PlainConsumer.type(record), record.value())
                            .organisation()
                            .length());
        }
    },
    TRANSACTION_PER_FACT("one transaction per fact") {
        @Override
        void run(Assignment assignment, Stopwatch watch) throws Exception {
            TransactionPerFact.run(assignment, watch);
        }
    },
    STREAMS("Kafka Streams, exactly once") {
        @Override
        void run(Assignment assignment, Stopwatch watch) throws Exception {
            CountingStreams.run(assignment, watch, CountingStreams.grouped(assignment, watch));
        }
    },
    STREAMS_WITHOUT_REPARTITION("Kafka Streams, exactly once, no repartitioning") {
        @Override
        void run(Assignment assignment, Stopwatch watch) throws Exception {
            CountingStreams.run(assignment, watch, CountingStreams.inPlace(assignment, watch));
        }
    };

    private final String label;

    Peer(String label) {
        this.label = label;
    }

    /** As tables have it. */
    String label() {
        return label;
    }

    /** For files and topics. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Works until the watch is over. */
    abstract void run(Assignment assignment, Stopwatch watch) throws Exception;
}
