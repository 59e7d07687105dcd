package org.gongkai.statistics.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.statistics.organisation.Body;
import org.gongkai.statistics.snapshot.Snapshot;
import org.gongkai.statistics.snapshot.Snapshots;
import org.gongkai.statistics.statement.Statement;
import org.gongkai.statistics.statement.Statements;
import org.jspecify.annotations.Nullable;

/** Reads figures, each time in a snapshot of its own. */
@ApplicationScoped
class Readings {

    private final Snapshots snapshots;
    private final Statements statements;
    private final ObjectMapper json;

    Readings(Snapshots snapshots, Statements statements, ObjectMapper json) {
        this.snapshots = snapshots;
        this.statements = statements;
        this.json = json;
    }

    /** The figures of bodies with everything below them, in one snapshot; absent where there is no such body. */
    Map<Watch.Key, Reading> read(Collection<Watch.Key> keys) throws SQLException {
        return snapshots.read(snapshot -> {
            Map<Integer, List<Body>> bodies = new TreeMap<>();
            for (Watch.Key key : keys) {
                Body body = snapshot.tree().body(key.organisation());
                if (body != null) {
                    bodies.computeIfAbsent(key.year(), none -> new ArrayList<>())
                            .add(body);
                }
            }
            Map<Watch.Key, Reading> readings = new HashMap<>();
            for (Map.Entry<Integer, List<Body>> year : bodies.entrySet()) {
                for (Statement statement : statements.ofSubtrees(snapshot, year.getValue(), year.getKey())) {
                    readings.put(
                            new Watch.Key(statement.organisation(), statement.year()), reading(snapshot, statement));
                }
            }
            return readings;
        });
    }

    private Reading reading(Snapshot snapshot, Statement statement) {
        return new Reading(
                snapshot.standing().position(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(statement.asOf()),
                statement.complete(),
                () -> text(statement),
                who(statement),
                paths(json.valueToTree(statement.figures())),
                snapshot.tree().of(statement.year(), snapshot.today()),
                snapshot.treeOfToday());
    }

    private static List<@Nullable Object> who(Statement statement) {
        return Arrays.asList(
                statement.name(), statement.level(), statement.kind(), statement.contact(), statement.documentPrefix());
    }

    private String text(Statement statement) {
        try {
            return json.writeValueAsString(statement);
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException("a statement can always be written", cannotBe);
        }
    }

    /** Every leaf by its path, names joined by dots. */
    static Map<String, JsonNode> paths(JsonNode figures) {
        Map<String, JsonNode> paths = new LinkedHashMap<>();
        addPaths("", figures, paths);
        return paths;
    }

    private static void addPaths(String path, JsonNode node, Map<String, JsonNode> paths) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> addPaths(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), paths));
        } else if (!node.isNull()) {
            paths.put(path, node);
        }
    }
}
