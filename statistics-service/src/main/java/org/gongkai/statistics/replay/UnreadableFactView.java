package org.gongkai.statistics.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.statistics.unreadable.UnreadableFact;
import org.gongkai.statistics.unreadable.UnreadableFact.Number;
import org.gongkai.statistics.unreadable.UnreadableFact.Place;
import org.jspecify.annotations.Nullable;

/**
 * A fact that could not be read, as operators see it.
 *
 * @param reason why, in English
 * @param organisation whose statements are incomplete for it; absent: everybody's
 * @param lane absent, like position and generation, where the record had no number and moved no lane
 * @param headers as text
 * @param value the value as text, or where it is none
 * @param valueBase64 its bytes
 * @param topic where the record lay in Kafka; absent where it came from the journal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "UnreadableFact")
public record UnreadableFactView(
        UUID id,
        String reason,
        OffsetDateTime storedAt,
        @Nullable String type,
        @Nullable String organisation,
        @Nullable Integer lane,
        @Nullable Long position,
        @Nullable Integer generation,
        Map<String, String> headers,
        @Nullable String value,
        @Nullable String valueBase64,
        @Nullable String topic,
        @Nullable Integer partition,
        @Nullable Long offset) {

    static UnreadableFactView of(UnreadableFact fact) {
        Number number = fact.number();
        Place place = fact.place();
        Map<String, String> headers = new LinkedHashMap<>();
        fact.headers()
                .forEach(header -> headers.put(
                        header.name(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        String text = text(fact.value());
        return new UnreadableFactView(
                fact.id(),
                fact.reason(),
                fact.storedAt().atZoneSameInstant(ZoneId.of("Asia/Shanghai")).toOffsetDateTime(),
                fact.type(),
                fact.organisation(),
                number == null ? null : number.lane(),
                number == null ? null : number.position(),
                number == null ? null : number.generation(),
                headers,
                text,
                text == null && fact.value() != null ? Base64.getEncoder().encodeToString(fact.value()) : null,
                place == null ? null : place.topic(),
                place == null ? null : place.partition(),
                place == null ? null : place.offset());
    }

    private static @Nullable String text(byte @Nullable [] value) {
        try {
            return value == null
                    ? null
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(value))
                            .toString();
        } catch (CharacterCodingException noText) {
            return null;
        }
    }
}
