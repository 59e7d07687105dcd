package org.gongkai.statistics.drilldown;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every figure of a statement that facts stand behind, by row and column as drill-down names them. */
final class CellsOf {

    private CellsOf() {}

    /** Row, column, figure; amounts in yuan. */
    static Map<String, Map<String, BigDecimal>> statement(JsonNode statement) {
        Map<String, Map<String, BigDecimal>> cells = new LinkedHashMap<>();
        for (String table : new String[] {"applications", "disputes", "proactive"}) {
            statement
                    .get(table)
                    .properties()
                    .forEach(row -> row.getValue()
                            .properties()
                            .forEach(cell -> put(
                                    cells,
                                    row.getKey(),
                                    cell.getKey().equals("amountYuan") ? "AMOUNT" : cell.getKey(),
                                    cell.getValue())));
        }
        put(cells, "PUBLICATIONS", "ITEMS", statement.at("/publications/items"));
        statement
                .at("/publications/byChannel")
                .properties()
                .forEach(channel -> put(cells, "PUBLICATIONS", channel.getKey(), channel.getValue()));
        statement
                .get("indicators")
                .properties()
                .forEach(indicator -> put(cells, indicator.getKey(), "VALUE", indicator.getValue()));
        put(cells, "PROCESSING_FEES", "CASES", statement.at("/processingFees/cases"));
        put(cells, "PROCESSING_FEES", "AMOUNT", statement.at("/processingFees/amountYuan"));
        return cells;
    }

    private static void put(Map<String, Map<String, BigDecimal>> cells, String row, String column, JsonNode value) {
        cells.computeIfAbsent(row, none -> new LinkedHashMap<>()).put(column, new BigDecimal(value.asText()));
    }
}
