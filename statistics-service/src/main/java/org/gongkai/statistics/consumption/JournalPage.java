package org.gongkai.statistics.consumption;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.statistics.unreadable.UnreadableFact.Header;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one lane of the journal, in order, as CloudEvents in structured mode.
 *
 * @param next what to ask for as {@code after} next; null where there is no more
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record JournalPage(
        int generation, List<JsonNode> items, @Nullable Long next) {

    /** The facts as deliveries, in the headers and bytes that Kafka would have brought. */
    List<Delivery> deliveries() {
        return items.stream().map(JournalPage::delivery).toList();
    }

    private static Delivery delivery(JsonNode item) {
        List<Header> headers = new ArrayList<>();
        item.properties().forEach(field -> {
            if (field.getKey().equals("datacontenttype")) {
                headers.add(header("content-type", field.getValue()));
            } else if (!field.getKey().equals("data") && !field.getValue().isNull()) {
                headers.add(header("ce_" + field.getKey(), field.getValue()));
            }
        });
        JsonNode data = item.get("data");
        return Delivery.of(
                headers,
                item.path("subject").asText().getBytes(StandardCharsets.UTF_8),
                data == null ? null : data.toString().getBytes(StandardCharsets.UTF_8),
                null);
    }

    private static Header header(String name, JsonNode value) {
        return new Header(name, value.asText().getBytes(StandardCharsets.UTF_8));
    }
}
