package org.gongkai.benchmark.drain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The one cell that a peer counts a fact in, from a streaming parse of all its fields. Peers count every fact once; the
 * product counts what it says, which may be several cells.
 */
record Cell(String organisation, int year, int month, String measure, String category, String applicantType) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String NONE = "";

    /** A text that sorts like the record. */
    String key() {
        return organisation + '|' + year + '|' + month + '|' + measure + '|' + category + '|' + applicantType;
    }

    /**
     * Reads a fact.
     *
     * @param type its type as the header has it
     */
    static Cell read(String type, byte[] data) {
        String organisation = NONE;
        String day = "0000-00-00";
        String category = NONE;
        String applicantType = NONE;
        String field = NONE;
        try (JsonParser parser = JSON.createParser(data)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    field = parser.currentName();
                } else if (token.isScalarValue()) {
                    String value = parser.getText();
                    switch (field) {
                        case "organisation", "code" -> organisation = value;
                        case "receivedOn", "decidedOn", "publishedOn" -> day = value;
                        case "outcome", "channel" -> category = value;
                        case "applicantType" -> applicantType = value;
                        default -> {
                            // read like every other, and counted nowhere
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Cell(
                organisation,
                Integer.parseInt(day.substring(0, 4)),
                Integer.parseInt(day.substring(5, 7)),
                type,
                category,
                applicantType);
    }
}
