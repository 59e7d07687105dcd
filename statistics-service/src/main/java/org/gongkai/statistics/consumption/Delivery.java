package org.gongkai.statistics.consumption;

import java.util.List;
import org.gongkai.statistics.unreadable.UnreadableFact.Header;
import org.gongkai.statistics.unreadable.UnreadableFact.Place;
import org.jspecify.annotations.Nullable;

/**
 * One record as it came: from Kafka, from the journal, or once more from the unreadable facts.
 *
 * @param place where it lay in Kafka; null where it came from the journal
 */
record Delivery(
        List<Header> headers,
        byte @Nullable [] key,
        byte @Nullable [] value,
        @Nullable Place place) {

    /** Text of a header; null where it is missing. */
    @Nullable
    String header(String name) {
        return Header.text(headers, name);
    }
}
