package org.gongkai.benchmark.statements;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.gongkai.benchmark.Spread;

/**
 * A statement at one size.
 *
 * @param facts in all
 * @param bodies whose statement it is
 * @param ofTheYear facts of these bodies in the year that was asked for
 * @param statements seconds of {@code GET /statements}
 * @param queries seconds of a GROUP BY of the same year, without what is carried over from the years before
 */
record StatementTime(long facts, String scope, int bodies, long ofTheYear, Spread statements, Spread queries) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double P99 = 0.99;

    static String table(List<StatementTime> times) {
        StringBuilder text =
                new StringBuilder("| facts | statement of | bodies | facts of the year | calls | p50 ms | p99 ms |"
                        + " GROUP BY p50 ms | p99 ms | GROUP BY takes |\n|---|---|---|---|---|---|---|---|---|---|\n");
        times.forEach(time -> text.append(time.row()));
        text.append('\n');
        times.stream().map(StatementTime::scope).distinct().forEach(scope -> text.append(growth(scope, times)));
        return text.toString();
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %,d | %,d | %d | %.2f | %.2f | %.2f | %.2f | %.1f of it |%n",
                facts,
                scope,
                bodies,
                ofTheYear,
                statements.count(),
                statements.median() * 1e3,
                statements.quantile(P99) * 1e3,
                queries.median() * 1e3,
                queries.quantile(P99) * 1e3,
                queries.median() / statements.median());
    }

    private static String growth(String scope, List<StatementTime> times) {
        List<StatementTime> own =
                times.stream().filter(time -> time.scope().equals(scope)).toList();
        StatementTime first = own.get(0);
        StatementTime last = own.get(own.size() - 1);
        return String.format(
                Locale.ROOT,
                "From %,d to %,d facts, %s: p50 × %.2f, p99 × %.2f; GROUP BY p50 × %.2f%n",
                first.facts(),
                last.facts(),
                scope,
                last.statements().median() / first.statements().median(),
                last.statements().quantile(P99) / first.statements().quantile(P99),
                last.queries().median() / first.queries().median());
    }

    static ArrayNode json(List<StatementTime> times) {
        ArrayNode rows = JSON.createArrayNode();
        for (StatementTime time : times) {
            ObjectNode row = rows.addObject();
            row.put("facts", time.facts())
                    .put("scope", time.scope())
                    .put("bodies", time.bodies())
                    .put("factsOfTheYear", time.ofTheYear());
            put(row.putObject("statementMilliseconds"), time.statements());
            put(row.putObject("groupByMilliseconds"), time.queries());
        }
        return rows;
    }

    private static void put(ObjectNode node, Spread seconds) {
        node.put("calls", seconds.count())
                .put("p50", seconds.median() * 1e3)
                .put("p99", seconds.quantile(P99) * 1e3)
                .put("max", seconds.max() * 1e3);
    }
}
