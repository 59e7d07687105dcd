package org.gongkai.benchmark.freshness;

import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** Lines of {@code text/event-stream}: tells the id of each event when the empty line that ends it comes. */
final class EventLines implements Flow.Subscriber<String> {

    private static final String ID = "id:";

    private final Consumer<String> events;
    private String id;

    EventLines(Consumer<String> events) {
        this.events = events;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(ID)) {
            id = line.substring(ID.length()).strip();
        } else if (line.isEmpty() && id != null) {
            events.accept(id);
            id = null;
        }
    }

    @Override
    public void onError(Throwable failure) {
        // what is missing at the end says it
    }

    @Override
    public void onComplete() {
        // likewise
    }
}
