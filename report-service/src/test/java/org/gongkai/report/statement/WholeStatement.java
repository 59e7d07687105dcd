package org.gongkai.report.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * A statement with what follows from the rest of it: the body alone is what its subordinates leave of the whole, and the
 * months add up to the year, not all alike.
 */
public final class WholeStatement {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COUNTED =
            List.of("applications", "proactive", "disputes", "publications", "indicators", "processingFees");
    /** Of a month beside the mean; together nothing. */
    private static final int[] UNEVEN = {-3, -5, 2, 4, 1, 3, -1, 0, 2, -2, -4, 3};

    private static final int HIGHEST = 5;

    private WholeStatement() {}

    /** A copy with own and months, where they are not told. */
    public static ObjectNode of(ObjectNode statement) {
        ObjectNode whole = statement.deepCopy();
        if (!whole.has("own")) {
            whole.set("own", own(statement));
        }
        if (!whole.has("months")) {
            whole.set("months", months(statement));
        }
        return whole;
    }

    /** The counts of a statement by themselves. */
    public static ObjectNode countsOf(ObjectNode statement) {
        ObjectNode counts = JSON.createObjectNode();
        for (String part : COUNTED) {
            if (statement.has(part)) {
                counts.set(part, statement.path(part).deepCopy());
            }
        }
        counts.putObject("confirmed").put("yes", 1).put("no", 0);
        return counts;
    }

    private static ObjectNode own(ObjectNode statement) {
        ObjectNode own = countsOf(statement);
        for (JsonNode subordinate : statement.path("subordinates")) {
            for (String table : List.of("applications", "proactive", "disputes", "publications", "processingFees")) {
                subtract(own.path(table), subordinate.path(table));
            }
        }
        return own;
    }

    private static void subtract(JsonNode from, JsonNode part) {
        part.properties().forEach(cell -> {
            JsonNode whole = from.path(cell.getKey());
            if (whole.isObject()) {
                subtract(whole, cell.getValue());
            } else if (whole.isTextual()) {
                BigDecimal left = new BigDecimal(whole.asText())
                        .subtract(new BigDecimal(cell.getValue().asText()));
                ((ObjectNode) from).put(cell.getKey(), left.toPlainString());
            } else if (whole.isNumber()) {
                ((ObjectNode) from)
                        .put(
                                cell.getKey(),
                                whole.decimalValue().subtract(cell.getValue().decimalValue()));
            }
        });
    }

    private static ArrayNode months(ObjectNode statement) {
        int year = statement.path("year").asInt();
        long received = statement.at("/applications/NEW_RECEIVED/TOTAL").asLong();
        long decided = statement.at("/applications/RESULT_TOTAL/TOTAL").asLong();
        ArrayNode months = JSON.createArrayNode();
        for (int month = 1; month <= Statement.MONTHS; month++) {
            months.addObject()
                    .put("month", YearMonth.of(year, month).toString())
                    .put("received", ofMonth(received, month))
                    .put("decided", ofMonth(decided, month));
        }
        return months;
    }

    /** One more in the year is one more in one month. */
    private static long ofMonth(long ofYear, int month) {
        long even = ofYear / Statement.MONTHS + (month <= ofYear % Statement.MONTHS ? 1 : 0);
        return ofYear < HIGHEST * Statement.MONTHS ? even : even + UNEVEN[month - 1];
    }
}
