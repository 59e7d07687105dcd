package org.gongkai.statistics.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One numbered fact of the stand-in journal; {@code data} is JSON, or whatever a test of broken facts wants. */
public record Event(
        String id, String type, String subject, int generation, int lane, long position, String time, String data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    ObjectNode json() {
        try {
            ObjectNode node = JSON.createObjectNode()
                    .put("specversion", "1.0")
                    .put("id", id)
                    .put("source", "urn:gongkai:intake")
                    .put("type", type)
                    .put("subject", subject)
                    .put("time", time)
                    .put("datacontenttype", "application/json")
                    .put("lane", lane)
                    .put("position", position)
                    .put("generation", generation);
            node.set("data", JSON.readTree(data));
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
