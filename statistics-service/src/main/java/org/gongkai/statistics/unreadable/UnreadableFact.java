package org.gongkai.statistics.unreadable;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that could not be read, whole.
 *
 * @param reason in English, for operators
 * @param number where it stands in the journal; null where that could not be read either
 * @param type CloudEvents type; null where it is missing or no such thing
 * @param organisation its subject; null where it is missing or no organisation code
 * @param concernsTree whether it could change who is a member of whom
 * @param headers as they came
 * @param place where it lay in Kafka; null where it came from the journal
 */
public record UnreadableFact(
        UUID id,
        String reason,
        @Nullable Number number,
        @Nullable String type,
        @Nullable String organisation,
        boolean concernsTree,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers,
        @Nullable Place place,
        OffsetDateTime storedAt) {

    /** Where a fact stands in the journal. */
    public record Number(int generation, int lane, long position) {}

    /** Where a record lay in Kafka; the time is its own, in milliseconds. */
    public record Place(String topic, int partition, long offset, long timestamp) {}

    /** One header as it came. */
    public record Header(String name, byte @Nullable [] value) {

        /** Value of a header; null where it is missing. Of one that is there twice the last counts, as in Kafka. */
        public static byte @Nullable [] value(List<Header> headers, String name) {
            byte[] value = null;
            for (Header header : headers) {
                if (header.name.equals(name) && header.value != null) {
                    value = header.value;
                }
            }
            return value;
        }

        /** Text of a header; null where it is missing. */
        public static @Nullable String text(List<Header> headers, String name) {
            byte[] value = value(headers, name);
            return value == null ? null : new String(value, StandardCharsets.UTF_8);
        }
    }
}
