package org.gongkai.statistics.consumption;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.testing.Facts;
import org.gongkai.statistics.unreadable.UnreadableFact.Header;
import org.gongkai.statistics.unreadable.UnreadableFact.Place;

/** Deliveries as Kafka brings them. */
final class Deliveries {

    private Deliveries() {}

    static Delivery of(Facts.Fact fact, int generation, long position) {
        Map<String, String> headers = new TreeMap<>(Map.of(
                "ce_type", "org.gongkai." + fact.type() + ".v1",
                "ce_subject", fact.subject(),
                "ce_lane", Integer.toString(Lane.of(fact.subject())),
                "ce_position", Long.toString(position),
                "ce_generation", Integer.toString(generation)));
        return with(headers, fact.data());
    }

    static Delivery with(Map<String, String> headers, String value) {
        List<Header> list = new ArrayList<>();
        headers.forEach((name, text) -> list.add(new Header(name, text.getBytes(StandardCharsets.UTF_8))));
        return Delivery.of(
                list, new byte[0], value.getBytes(StandardCharsets.UTF_8), new Place("gongkai.facts", 3, 77, 1));
    }

    static Delivery without(Delivery delivery, String header) {
        return Delivery.of(
                delivery.headers().stream()
                        .filter(each -> !each.name().equals(header))
                        .toList(),
                delivery.key(),
                delivery.value(),
                delivery.place());
    }

    static Delivery withHeader(Delivery delivery, String name, String text) {
        List<Header> headers = new ArrayList<>(without(delivery, name).headers());
        headers.add(new Header(name, text.getBytes(StandardCharsets.UTF_8)));
        return Delivery.of(headers, delivery.key(), delivery.value(), delivery.place());
    }
}
