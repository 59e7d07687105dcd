package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The report of 2021 beside the published one, figure by figure. */
public final class Comparison {

    private static final List<String> DOCUMENT_COLUMNS = List.of("ISSUED", "ABOLISHED", "IN_FORCE");
    private static final List<String> DISPUTE_COLUMNS =
            List.of("UPHELD", "CORRECTED", "OTHER_RESULT", "PENDING", "TOTAL");

    private final PublishedReport published;
    private final JsonNode report;
    private final List<String> differing = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private int compared;

    /**
     * A table, or section one.
     *
     * @param name what it is
     * @param compared how many figures were compared
     * @param differing those that are not as published, each with both values
     */
    public record Part(String name, int compared, List<String> differing) {}

    private Comparison(PublishedReport published, JsonNode report) {
        this.published = published;
        this.report = report;
    }

    /** Tables two, three and four, and the figures of section one. */
    public static List<Part> of(PublishedReport published, JsonNode report) {
        Comparison comparison = new Comparison(published, report);
        comparison.tableTwo();
        comparison.part("table two");
        comparison.tableThree();
        comparison.part("table three");
        comparison.tableFour();
        comparison.part("table four");
        SectionOne.figures(published).forEach(comparison::figure);
        comparison.part("section one");
        return List.copyOf(comparison.parts);
    }

    private void part(String name) {
        parts.add(new Part(name, compared, List.copyOf(differing)));
        differing.clear();
        compared = 0;
    }

    private void tableTwo() {
        published.data().get("table2").properties().forEach(row -> {
            if (row.getValue().isArray()) {
                row("proactive/" + row.getKey(), DOCUMENT_COLUMNS, row.getValue());
            } else {
                String column = row.getKey().equals("FEES_WAN") ? "FEES/AMOUNT_WAN" : row.getKey() + "/DECISIONS";
                figure("/tables/proactive/" + column, row.getValue().asText());
            }
        });
    }

    private void tableThree() {
        published
                .rows()
                .forEach((row, cells) -> cells.forEach(
                        (column, value) -> figure("/tables/applications/" + row + "/" + column, value.toString())));
    }

    private void tableFour() {
        published.data().get("table4").properties().forEach(block -> {
            if (block.getValue().isArray()) {
                row("disputes/" + block.getKey(), DISPUTE_COLUMNS, block.getValue());
            }
        });
    }

    private void row(String row, List<String> columns, JsonNode values) {
        for (int i = 0; i < columns.size(); i++) {
            figure("/tables/" + row + "/" + columns.get(i), values.get(i).asText());
        }
    }

    private void figure(String pointer, String value) {
        compared++;
        JsonNode counted = report.at(pointer);
        if (!counted.isValueNode() || !counted.asText().equals(value)) {
            differing.add(pointer + ": published " + value + ", counted " + counted);
        }
    }
}
