package org.gongkai.statistics.consumption;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.statistics.unreadable.UnreadableFact.Header;
import org.gongkai.statistics.unreadable.UnreadableFact.Place;
import org.jspecify.annotations.Nullable;

/** One record as it came: from Kafka, from the journal, or once more from the unreadable facts. */
interface Delivery {

    /** Value of a header; null where it is missing. Of one that is there twice the last counts, as in Kafka. */
    byte @Nullable [] headerValue(String name);

    /** All headers, in order. */
    List<Header> headers();

    /** The key; null where it has none. */
    byte @Nullable [] key();

    /** JSON of the fact's data; null where it is missing. */
    byte @Nullable [] value();

    /** Where it lay in Kafka; null where it came from the journal. */
    @Nullable
    Place place();

    /** Text of a header; null where it is missing. */
    default @Nullable String header(String name) {
        byte[] value = headerValue(name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /** One that is kept as it is. */
    static Delivery of(List<Header> headers, byte @Nullable [] key, byte @Nullable [] value, @Nullable Place place) {
        return new Kept(headers, key, value, place);
    }

    /** One that is kept as it is. */
    record Kept(
            List<Header> headers,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable Place place) implements Delivery {

        @Override
        public byte @Nullable [] headerValue(String name) {
            return Header.value(headers, name);
        }
    }
}
