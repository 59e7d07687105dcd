package org.gongkai.report.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Tables as they are handed in: row or block, column, number. */
public final class TablesFixtures {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TablesFixtures() {}

    /** Tables two to four of Qingyang 2021, as published. */
    public static ObjectNode qingyang2021() {
        JsonNode data = published();
        ObjectNode tables = JSON.createObjectNode();
        JsonNode two = data.path("table2");
        for (String row : List.of("RULES", "NORMATIVE_DOCS")) {
            List<String> columns = List.of("ISSUED", "ABOLISHED", "IN_FORCE");
            for (int i = 0; i < columns.size(); i++) {
                tables.withObject("/proactive/" + row)
                        .set(columns.get(i), two.path(row).get(i));
            }
        }
        for (String row : List.of("LICENSES", "PENALTIES", "COERCIVE")) {
            tables.withObject("/proactive/" + row).set("DECISIONS", two.path(row));
        }
        tables.withObject("/proactive/FEES").set("AMOUNT_WAN", two.path("FEES_WAN"));
        data.path("table3").properties().forEach(row -> {
            for (int i = 0; i < row.getValue().size(); i++) {
                tables.withObject("/applications/" + row.getKey())
                        .set(
                                data.path("columns").get(i).asText(),
                                row.getValue().get(i));
            }
        });
        for (DisputesTable.Block block : Forms.FORM_2021.disputes().blocks()) {
            List<DisputesTable.Result> results = Forms.FORM_2021.disputes().columns();
            for (int i = 0; i < results.size(); i++) {
                tables.withObject("/disputes/" + block.code())
                        .set(
                                results.get(i).code(),
                                data.path("table4").path(block.code()).get(i));
            }
        }
        return tables;
    }

    /** What the year before must have closed with, in the measures of 2021: open applications and documents in force. */
    public static ObjectNode beforeQingyang2021() {
        ObjectNode tables = JSON.createObjectNode();
        ObjectNode open = tables.withObject("/applications/CARRIED_OUT");
        Forms.FORM_2021.applications().columns().forEach(column -> open.put(column.code(), 0));
        open.put("NATURAL_PERSON", 5).put("OTHER_ORG", 1).put("TOTAL", 6);
        tables.withObject("/proactive/RULES").put("IN_FORCE", 0);
        tables.withObject("/proactive/NORMATIVE_DOCS").put("IN_FORCE", 102);
        return tables;
    }

    /** A report of 2020 in the form of 2019, made up, its sums right by construction. */
    public static ObjectNode made2020() {
        return of2019(0);
    }

    /** Likewise of the year before it, closing as that one opens. */
    public static ObjectNode made2019() {
        return of2019(1);
    }

    private static ObjectNode of2019(int yearsBefore) {
        ObjectNode tables = JSON.createObjectNode();
        documents(tables, "RULES", 2, 2, 11);
        documents(tables, "NORMATIVE_DOCS", 41 - yearsBefore, 38, 597);
        items(tables, yearsBefore, "LICENSES", 386, 19, 48213);
        items(tables, yearsBefore, "OTHER_SERVICES", 214, -8, 9120);
        items(tables, yearsBefore, "PENALTIES", 1750, 12, 6021);
        items(tables, yearsBefore, "COERCIVE", 96, 0, 143);
        items(tables, yearsBefore, "FEES", 17, -1, -1);
        tables.withObject("/proactive/CENTRAL_PROCUREMENT").put("PROJECTS", 312).put("AMOUNT_WAN", "5893.25");
        applications(tables, yearsBefore);
        dispute(tables, "REVIEW", 31, 7, 12, 4);
        dispute(tables, "LITIGATION_DIRECT", 5, 1, 3, 2);
        dispute(tables, "LITIGATION_AFTER_REVIEW", 6, 2, 0, 3);
        return tables;
    }

    private static void documents(ObjectNode tables, String row, int made, int newly, int all) {
        tables.withObject("/proactive/" + row)
                .put("MADE", made)
                .put("NEWLY_PUBLISHED", newly)
                .put("PUBLISHED", all);
    }

    /** The year before began with fewer by what it gained, the same as this year. */
    private static void items(ObjectNode tables, int yearsBefore, String row, int before, int change, int decisions) {
        ObjectNode cells = tables.withObject("/proactive/" + row)
                .put("ITEMS_BEFORE", before - yearsBefore * change)
                .put("CHANGE", change);
        if (decisions >= 0) {
            cells.put("DECISIONS", decisions);
        }
    }

    private static void dispute(ObjectNode tables, String block, int upheld, int corrected, int other, int pending) {
        tables.withObject("/disputes/" + block)
                .put("UPHELD", upheld)
                .put("CORRECTED", corrected)
                .put("OTHER_RESULT", other)
                .put("PENDING", pending)
                .put("TOTAL", upheld + corrected + other + pending);
    }

    private static void applications(ObjectNode tables, int yearsBefore) {
        Form.ApplicationsTable table = Forms.FORM_2019.applications();
        table.rows().forEach(row -> tables.withObject("/applications/" + row.code()));
        List<String> parts = table.parts();
        for (int column = 0; column < parts.size(); column++) {
            int decided = 0;
            for (int row = 0; row < table.outcomes().size(); row++) {
                int count = (row * 7 + column * column * 3 + row * column + yearsBefore) % 11;
                put(tables, table.outcomes().get(row), parts.get(column), count);
                decided += count;
            }
            int opening = column * 2 % 5 + yearsBefore;
            int closing = yearsBefore == 0 ? (column + 2) % 4 : column * 2 % 5;
            put(tables, table.resultTotal(), parts.get(column), decided);
            put(tables, table.opening(), parts.get(column), opening);
            put(tables, table.closing(), parts.get(column), closing);
            put(tables, "NEW_RECEIVED", parts.get(column), decided + closing - opening);
        }
        table.rows().forEach(row -> {
            ObjectNode cells = tables.withObject("/applications/" + row.code());
            cells.put(
                    table.columnTotal(),
                    parts.stream().mapToInt(part -> cells.path(part).intValue()).sum());
        });
    }

    private static void put(ObjectNode tables, String row, String column, int count) {
        tables.withObject("/applications/" + row).put(column, count);
    }

    /** A cell's number. */
    public static BigDecimal number(JsonNode tables, FormCell cell) {
        return new BigDecimal(
                tables.path(cell.table()).path(cell.row()).path(cell.column()).asText());
    }

    private static JsonNode published() {
        try (InputStream file = TablesFixtures.class.getResourceAsStream("/qingyang/qingyang-2021.json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
