package org.gongkai.benchmark.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.benchmark.MeasuredSystem;

/** The packaged system, whose imports are measured. */
final class ImportStage implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MeasuredSystem measured;

    private ImportStage(MeasuredSystem measured) {
        this.measured = measured;
    }

    static ImportStage set(Path root, Path directory, List<String> bodies, Consumer<String> say) {
        ImportStage stage = new ImportStage(MeasuredSystem.start(root, directory, bodies, say));
        try {
            stage.measured.makePeerDatabase();
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    /** Sends a file to be worked off in the background; answers the path to ask. */
    String send(Path file, String type) {
        try {
            HttpResponse<String> response = measured.send(measured.request("/imports")
                    .header("Content-Type", type)
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build());
            MeasuredSystem.require(202, response);
            return "/imports/" + JSON.readTree(response.body()).get("id").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path) {
        HttpResponse<String> response =
                measured.send(measured.request(path).GET().build());
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }

    /** Bytes of heap in use in intake-service. */
    long heap() {
        String metrics = measured.send(
                        HttpRequest.newBuilder(URI.create(measured.system().intake() + "/q/metrics"))
                                .GET()
                                .build())
                .body();
        double bytes = 0;
        for (String line : metrics.lines().toList()) {
            if (line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\"")) {
                bytes += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            }
        }
        return (long) bytes;
    }

    Connection connection(String database, String user) {
        return measured.connection(database, user);
    }

    /** One text or number. */
    String ask(String query) {
        return measured.ask(query);
    }

    @Override
    public void close() {
        measured.close();
    }
}
