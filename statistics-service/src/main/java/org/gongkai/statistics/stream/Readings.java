package org.gongkai.statistics.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The figures of a body with everything below it; empty where there is no such body. */
    Optional<Reading> read(String organisation, int year) throws SQLException {
        return snapshots.read(snapshot -> {
            Body body = snapshot.tree().body(organisation);
            return body == null ? Optional.empty() : Optional.of(read(snapshot, body, year));
        });
    }

    private Reading read(Snapshot snapshot, Body body, int year) throws SQLException {
        Statement statement = statements.ofSubtree(snapshot, body, year);
        return new Reading(
                snapshot.standing().position(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(statement.asOf()),
                statement.complete(),
                () -> text(statement),
                who(statement),
                paths(json.valueToTree(statement.figures())),
                snapshot.tree().of(year, snapshot.today()),
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
