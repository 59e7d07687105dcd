package org.gongkai.acceptance;

import static org.gongkai.acceptance.RunningSystem.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.acceptance.RunningSystem.Answer;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.demo.Body;
import org.gongkai.local.demo.Demo;
import org.junit.jupiter.api.Test;

/** Every figure of the demo leads back to its cases. */
class BehindEveryCellIT {

    private final LocalSystem system = RunningSystem.get();
    private final String office = system.tokens().token("office", Body.CITY);

    @Test
    void the_facts_listed_behind_every_cell_of_qingyang_that_is_not_0_add_up_to_it() throws Exception {
        Path directory = RunningSystem.root().resolve("deploy/acceptance/target/demo-behind");
        Demo.run(system, directory, line -> {});

        int cells = 0;
        int facts = 0;
        for (int year : new int[] {2020, 2021}) {
            JsonNode statement = get("/statements/" + Body.CITY + "/" + year);
            for (Map.Entry<String, BigDecimal> cell : cells(statement).entrySet()) {
                if (cell.getValue().signum() != 0) {
                    facts += check(
                            year,
                            cell.getKey(),
                            cell.getValue(),
                            statement.get("position").asText());
                    cells++;
                }
            }
        }

        System.out.println(cells + " cells that are not 0, " + facts + " facts listed behind them");
        assertTrue(cells > 100, cells + " cells");
    }

    private int check(int year, String cell, BigDecimal figure, String position) {
        String[] code = cell.split(" ");
        String path = "/statements/" + Body.CITY + "/" + year + "/facts?row=" + code[0] + "&column=" + code[1]
                + "&limit=500&atLeast=" + position;
        BigDecimal sum = BigDecimal.ZERO;
        int facts = 0;
        String next = "";
        do {
            JsonNode page =
                    get(next.isEmpty() ? path : path + "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
            for (JsonNode item : page.get("items")) {
                assertNotNull(item.get("record"), cell);
                sum = sum.add(new BigDecimal(item.get("amount").asText()));
                facts++;
            }
            assertEquals(0, figure.compareTo(new BigDecimal(page.get("sum").asText())), year + " " + cell);
            next = page.path("next").asText();
        } while (!next.isEmpty());
        assertEquals(0, figure.compareTo(sum), year + " " + cell + ": " + sum + " instead of " + figure);
        return facts;
    }

    private JsonNode get(String path) {
        Answer answer = call("GET", system.statistics() + path, office, null);
        assertEquals(200, answer.status(), () -> path + " " + answer.body());
        return answer.body();
    }

    /** Row and column, as drill-down names them, to figure. */
    private static Map<String, BigDecimal> cells(JsonNode statement) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        for (String table : new String[] {"applications", "disputes", "proactive"}) {
            statement
                    .get(table)
                    .properties()
                    .forEach(row -> row.getValue()
                            .properties()
                            .forEach(cell -> put(
                                    cells,
                                    row.getKey() + " " + cell.getKey().replace("amountYuan", "AMOUNT"),
                                    cell.getValue())));
        }
        put(cells, "PUBLICATIONS ITEMS", statement.at("/publications/items"));
        statement
                .at("/publications/byChannel")
                .properties()
                .forEach(channel -> put(cells, "PUBLICATIONS " + channel.getKey(), channel.getValue()));
        statement
                .get("indicators")
                .properties()
                .forEach(indicator -> put(cells, indicator.getKey() + " VALUE", indicator.getValue()));
        put(cells, "PROCESSING_FEES CASES", statement.at("/processingFees/cases"));
        put(cells, "PROCESSING_FEES AMOUNT", statement.at("/processingFees/amountYuan"));
        return cells;
    }

    private static void put(Map<String, BigDecimal> cells, String name, JsonNode figure) {
        cells.put(name, new BigDecimal(figure.asText()));
    }
}
