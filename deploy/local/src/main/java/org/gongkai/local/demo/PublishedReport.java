package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report that the city of Qingyang published for 2021.
 *
 * @param rows table three, by row code and column code
 * @param data everything else of the data file
 */
public record PublishedReport(Map<String, Map<String, Integer>> rows, JsonNode data) {

    /** The column that is a sum. */
    public static final String TOTAL = "TOTAL";

    private static final List<String> NOT_OUTCOMES =
            List.of("NEW_RECEIVED", "CARRIED_IN", "RESULT_TOTAL", "CARRIED_OUT");

    /** Reads the data file. */
    public static PublishedReport qingyang2021() {
        try (InputStream file = PublishedReport.class.getResourceAsStream("qingyang-2021.json")) {
            JsonNode data = new ObjectMapper().readTree(file);
            List<String> columns = new ArrayList<>();
            data.get("columns").forEach(column -> columns.add(column.asText()));
            Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();
            data.get("table3").properties().forEach(row -> {
                Map<String, Integer> cells = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    cells.put(columns.get(i), row.getValue().get(i).asInt());
                }
                rows.put(row.getKey(), cells);
            });
            return new PublishedReport(rows, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The six applicant types. */
    public List<String> applicantTypes() {
        return rows.get("NEW_RECEIVED").keySet().stream()
                .filter(column -> !column.equals(TOTAL))
                .toList();
    }

    /** The 21 outcomes. */
    public List<String> outcomes() {
        return rows.keySet().stream().filter(row -> !NOT_OUTCOMES.contains(row)).toList();
    }

    /** A cell of table three. */
    public int cell(String row, String column) {
        return rows.get(row).get(column);
    }

    /** A whole number of the data file, by JSON pointer. */
    public long figure(String pointer) {
        return Long.parseLong(text(pointer));
    }

    /** Any other value of it, as it stands there. */
    public String text(String pointer) {
        JsonNode value = data.at(pointer);
        if (!value.isValueNode()) {
            throw new IllegalArgumentException("the data file has no value at " + pointer);
        }
        return value.asText();
    }
}
