package org.gongkai.intake.record;

import static org.gongkai.intake.Calls.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.intake.journal.Lane;

/** The facts of a body as the journal serves them, each valid against its schema, the numbers of its lane without a hole. */
public final class JournaledFacts {

    private static final Path SCHEMAS = Path.of("target/test-classes/contracts/facts/v1");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();

    private JournaledFacts() {}

    /** A fact: its name without package and version, and its payload. */
    public record One(String name, JsonNode data) {}

    /** All of a body but those of the register, in order. */
    public static List<One> of(String organisation) {
        List<One> found = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = page(Lane.of(organisation), after);
            for (JsonNode item : page.get("items")) {
                assertEquals(++after, item.get("position").asLong(), "the lane's numbers are dense");
                String name = item.get("type").asText().replaceAll("^org\\.gongkai\\.|\\.v1$", "");
                if (item.get("subject").asText().equals(organisation) && !name.startsWith("Organisation")) {
                    JsonNode data = item.get("data");
                    assertEquals(List.of(), List.copyOf(schema(name).validate(data)), name + " " + data);
                    found.add(new One(name, data));
                }
            }
            if (!page.hasNonNull("next")) {
                return found;
            }
        }
    }

    /** Their names, in order. */
    public static List<String> names(String organisation) {
        return of(organisation).stream().map(One::name).toList();
    }

    /** The newest one's payload. */
    public static JsonNode newest(String organisation) {
        List<One> all = of(organisation);
        return all.get(all.size() - 1).data();
    }

    private static JsonNode page(int lane, long after) {
        try {
            return JSON.readTree(as("system", "*")
                    .get("/journal?limit=500&lane=" + lane + "&after=" + after)
                    .asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema schema(String fact) {
        return READ.computeIfAbsent(fact, name -> {
            try {
                return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(
                                JSON.readTree(
                                        SCHEMAS.resolve(name + ".schema.json").toFile()),
                                SchemaValidatorsConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .build());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
