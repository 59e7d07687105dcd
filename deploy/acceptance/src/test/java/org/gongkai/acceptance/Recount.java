package org.gongkai.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every figure of a statement counted once more, in SQL over intake's tables and from nothing else ({@code recount.sql},
 * {@code confirmed.sql}). Figures go by their path in the statement's JSON; those that are 0, or absent, are left out, but for
 * indicators: there 0 was reported, and what was not is absent.
 */
final class Recount {

    private static final List<String> PARTS = List.of(
            "applications",
            "proactive",
            "disputes",
            "publications",
            "indicators",
            "processingFees",
            "timeliness",
            "confirmed");

    /** Figures of a group of bodies that are not the sum of theirs. */
    private static final List<String> NOT_ADDING =
            List.of("timeliness.medianWorkingDays", "timeliness.p90WorkingDays", "timeliness.shareInTimePercent");

    private static final String MONTHS = "months.";

    private final Connection intake;
    private final String prefix;
    private final Set<String> confirmed = new HashSet<>();
    private final String query = resource("recount.sql");
    private final String[] ownIndicators = ownIndicators();

    /**
     * Counts the organisations whose code begins so.
     *
     * @param intake its database
     */
    Recount(Connection intake, String prefix) throws SQLException {
        this.intake = intake;
        this.prefix = prefix;
        try (PreparedStatement statement = intake.prepareStatement(resource("confirmed.sql"))) {
            statement.setString(1, prefix + "%");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    confirmed.add(rows.getInt(2) + " " + rows.getString(1));
                }
            }
        }
    }

    /** By organisation, the figures of a year. */
    Map<String, Map<String, BigDecimal>> of(int year, String scope) throws SQLException {
        Map<String, Map<String, BigDecimal>> figures = read(year, scope);
        figures.values().forEach(one -> one.keySet().removeIf(path -> path.startsWith(MONTHS)));
        figures.values().removeIf(Map::isEmpty);
        return figures;
    }

    /** By organisation, what was received and decided in the months of a year: {@code months.2021-03.received}. */
    Map<String, Map<String, BigDecimal>> months(int year, String scope) throws SQLException {
        Map<String, Map<String, BigDecimal>> figures = read(year, scope);
        figures.values().forEach(one -> one.keySet().removeIf(path -> !path.startsWith(MONTHS)));
        return figures;
    }

    /** The months of a statement by the same paths; it has all twelve. */
    static Map<String, BigDecimal> months(JsonNode statement) {
        if (statement.path("months").size() != 12) {
            throw new AssertionError("no twelve months in " + statement);
        }
        Map<String, BigDecimal> figures = new TreeMap<>();
        statement.path("months").forEach(month -> {
            String path = MONTHS + month.path("month").asText();
            put(figures, path + ".received", month.path("received").decimalValue());
            put(figures, path + ".decided", month.path("decided").decimalValue());
        });
        return figures;
    }

    private Map<String, Map<String, BigDecimal>> read(int year, String scope) throws SQLException {
        Map<String, Map<String, BigDecimal>> figures = new HashMap<>();
        try (PreparedStatement statement = intake.prepareStatement(query)) {
            statement.setString(1, prefix + "%");
            statement.setObject(2, LocalDate.of(year, 1, 1));
            statement.setObject(3, LocalDate.of(year, 12, 31));
            statement.setString(4, scope);
            statement.setArray(5, intake.createArrayOf("text", ownIndicators));
            statement.setArray(6, intake.createArrayOf("text", confirmedIn(year)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    put(
                            figures.computeIfAbsent(rows.getString(1), root -> new TreeMap<>()),
                            rows.getString(2),
                            rows.getBigDecimal(3));
                }
            }
        }
        return figures;
    }

    /** Documents whose time is over and that did not end by themselves. */
    long documentsPastTheirTime() throws SQLException {
        String past = "SELECT count(*) FROM normative_document WHERE organisation LIKE ? AND retracted_at IS NULL"
                + " AND ended_on IS NULL AND valid_until < (now() AT TIME ZONE 'Asia/Shanghai')::date";
        try (PreparedStatement statement = intake.prepareStatement(past)) {
            statement.setString(1, prefix + "%");
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private Object[] confirmedIn(int year) {
        return confirmed.stream()
                .filter(one -> one.startsWith(year + " "))
                .map(one -> one.substring(one.indexOf(' ') + 1))
                .toArray();
    }

    /** The figures of a statement, or of a part of it that has the same shape. */
    static Map<String, BigDecimal> figures(JsonNode statement) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        PARTS.forEach(part -> {
            if (!statement.path(part).isObject()) {
                throw new AssertionError("no " + part + " in " + statement);
            }
            collect(part, statement.path(part), figures);
        });
        return figures;
    }

    /** The figures that add up over bodies: of a statement, or of its levels together. */
    Map<String, BigDecimal> adding(JsonNode statementOrLevels) {
        Map<String, BigDecimal> sum = new TreeMap<>();
        Iterable<JsonNode> all = statementOrLevels.has("applications") ? List.of(statementOrLevels) : statementOrLevels;
        all.forEach(one -> figures(one).forEach((path, value) -> sum.merge(path, value, BigDecimal::add)));
        sum.replaceAll((path, value) -> value.stripTrailingZeros());
        for (String own : ownIndicators) {
            sum.remove("indicators." + own);
        }
        NOT_ADDING.forEach(sum::remove);
        return sum;
    }

    private static void collect(String path, JsonNode node, Map<String, BigDecimal> figures) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "." + field.getKey(), field.getValue(), figures));
        } else {
            put(figures, path, new BigDecimal(node.asText()));
        }
    }

    private static void put(Map<String, BigDecimal> figures, String path, BigDecimal value) {
        if (value.signum() != 0 || path.startsWith("indicators.")) {
            figures.put(path, value.stripTrailingZeros());
        }
    }

    private static String[] ownIndicators() {
        try {
            JsonNode catalogue = new ObjectMapper()
                    .readTree(Files.readString(RunningSystem.root().resolve("docs/contracts/indicators.json")));
            List<String> own = new ArrayList<>();
            catalogue.path("indicators").forEach(indicator -> {
                if (indicator.path("subtree").asText().equals("OWN")) {
                    own.add(indicator.path("code").asText());
                }
            });
            return own.toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream file = Recount.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
