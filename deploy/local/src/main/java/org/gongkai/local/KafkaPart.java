package org.gongkai.local;

import org.gongkai.embedded.KafkaBroker;

/** Kafka, a single broker. */
final class KafkaPart implements Part {

    private final DataDirectory data;
    private final int port;
    private KafkaBroker broker;

    KafkaPart(DataDirectory data, int port) {
        this.data = data;
        this.port = port;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public void start() {
        broker = KafkaBroker.start(data.kafka(), port, data.log(name()));
    }

    @Override
    public boolean isAlive() {
        return broker != null && broker.process().isAlive();
    }

    @Override
    public long pid() {
        return broker == null ? 0 : broker.process().pid();
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }
}
