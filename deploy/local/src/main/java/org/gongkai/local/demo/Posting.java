package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A call of a body's own system to intake-service.
 *
 * @param body whose record it is
 * @param path of the collection; of a next call, below the record that the call before made
 * @param content JSON body
 * @param next what follows on the same record, or null
 */
public record Posting(String body, String path, ObjectNode content, Posting next) {

    /** A call after which nothing follows. */
    static Posting of(String body, String path, ObjectNode content) {
        return new Posting(body, path, content, null);
    }

    /** The beginning of a record. */
    static ObjectNode recordOf(String body) {
        return json().put("organisation", body);
    }

    static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }
}
