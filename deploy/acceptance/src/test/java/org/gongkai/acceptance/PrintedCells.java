package org.gongkai.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The figures of an edition by their cells, read from its JSON as callers have it: tables two to four and section one. */
final class PrintedCells {

    private static final String TOTAL_BEFORE = "previous.applications.RESULT_TOTAL.TOTAL";

    private PrintedCells() {}

    /** Cell to value. */
    static Map<String, String> of(JsonNode edition) {
        Map<String, String> cells = new TreeMap<>();
        edition.path("tables")
                .properties()
                .forEach(table -> table.getValue()
                        .properties()
                        .forEach(row -> put(
                                cells,
                                row.getValue(),
                                column -> String.join(".", table.getKey(), row.getKey(), column))));
        JsonNode proactive = edition.at("/overview/proactive");
        putOne(cells, "publications.items", proactive.path("items"));
        put(cells, proactive.path("byLevel"), level -> "levels." + level + ".publications.items");
        put(cells, proactive.path("shares"), level -> "shares.levels." + level);
        put(cells, proactive.path("byChannel"), channel -> "publications.byChannel." + channel);
        JsonNode applications = edition.at("/overview/applications");
        putOne(cells, TOTAL_BEFORE, applications.path("previousDecided"));
        putOne(cells, "previous.applications.NEW_RECEIVED.TOTAL", applications.path("previousReceived"));
        putOne(cells, "yearOnYear.percent", applications.path("yearOnYearPercent"));
        put(cells, applications.path("receivedByMonth"), month -> "months." + month + ".received");
        put(cells, applications.path("byApplicant"), type -> "applications.handled." + type);
        put(cells, applications.path("byGroup"), group -> "applications.group." + group);
        put(cells, applications.path("shares"), group -> "shares.applications." + group);
        JsonNode disputes = edition.at("/overview/disputes");
        putOne(cells, "disputes.litigation.TOTAL", disputes.path("litigation"));
        putOne(cells, "previous.disputes.REVIEW.TOTAL", disputes.path("previousReview"));
        putOne(cells, "previous.disputes.litigation.TOTAL", disputes.path("previousLitigation"));
        put(cells, edition.at("/overview/indicators"), indicator -> "indicators." + indicator);
        return cells;
    }

    /** Cell to value before and after, of those that differ from one edition to the next; empty where there is none. */
    static Map<String, String> moved(JsonNode before, JsonNode after) {
        Map<String, String> left = of(before);
        Map<String, String> right = of(after);
        Map<String, String> moved = new TreeMap<>();
        TreeSet<String> cells = new TreeSet<>(left.keySet());
        cells.addAll(right.keySet());
        cells.stream()
                .filter(cell -> !left.getOrDefault(cell, "").equals(right.getOrDefault(cell, "")))
                .forEach(cell -> moved.put(cell, left.getOrDefault(cell, "") + " → " + right.getOrDefault(cell, "")));
        return moved;
    }

    /** The same as an edition's list of changes says it. */
    static Map<String, String> said(JsonNode changes) {
        Map<String, String> said = new TreeMap<>();
        changes.path("changes")
                .forEach(change -> said.put(
                        change.path("cell").asText(),
                        change.path("before").asText() + " → "
                                + change.path("after").asText()));
        return said;
    }

    private static void put(Map<String, String> cells, JsonNode values, UnaryOperator<String> cell) {
        values.properties().forEach(value -> putOne(cells, cell.apply(value.getKey()), value.getValue()));
    }

    private static void putOne(Map<String, String> cells, String cell, JsonNode value) {
        if (value.isValueNode()) {
            cells.put(cell, value.asText());
        }
    }
}
