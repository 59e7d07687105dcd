package org.gongkai.report.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Statements, and cases behind a cell of them, that a test told {@link StatisticsAnswers} to give, by {@code PUT /statements/{organisation}/{year}}: the last
 * one told, or what stood at a position asked for with {@code asOf}.
 */
final class Told {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, List<ObjectNode>> STATEMENTS = new ConcurrentHashMap<>();

    private Told() {}

    static void keep(String key, InputStream statement) throws IOException {
        STATEMENTS.computeIfAbsent(key, none -> new CopyOnWriteArrayList<>()).add((ObjectNode)
                JSON.readTree(statement));
    }

    static void forget(String key) {
        STATEMENTS.put(key, new CopyOnWriteArrayList<>());
    }

    /** Null where nothing was told of the year; empty where nothing was at the position or before. */
    static JsonNode find(String key, String query) {
        List<ObjectNode> told = STATEMENTS.get(key);
        if (told == null) {
            return null;
        }
        String asOf = parameter(query, "asOf");
        if (asOf == null) {
            return told.isEmpty() ? null : told.get(told.size() - 1);
        }
        ObjectNode standing = null;
        for (ObjectNode each : told) {
            // of several at one position the one told last
            if (place(each) <= place(asOf) && (standing == null || place(each) >= place(standing))) {
                standing = each;
            }
        }
        return standing == null ? JSON.createObjectNode() : standing;
    }

    private static int place(ObjectNode told) {
        return place(told.path("position").asText());
    }

    private static int place(String position) {
        return Integer.parseInt(position.substring(position.lastIndexOf('.') + 1));
    }

    /** Those of which anything was told and whose code begins with LIST-, by code. */
    static JsonNode organisations(String query) {
        String after = parameter(query, "after");
        int limit = Integer.parseInt(parameter(query, "limit"));
        TreeSet<String> codes = new TreeSet<>();
        STATEMENTS.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('/')))
                .filter(code -> code.startsWith("LIST-"))
                .forEach(codes::add);
        List<String> following = codes.tailSet(after == null ? "" : after, false).stream()
                .limit(limit + 1L)
                .toList();
        ObjectNode page = JSON.createObjectNode();
        following.stream()
                .limit(limit)
                .forEach(code ->
                        page.withArray("/items").addObject().put("code", code).put("name", "机关" + code));
        if (following.size() > limit) {
            page.put("next", following.get(limit - 1));
        }
        return page;
    }

    private static String parameter(String query, String name) {
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return null;
    }
}
