package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A call of a body's own system to intake-service.
 *
 * @param body whose record it is
 * @param path of the collection; of a next call, below the record that the first call made
 * @param content JSON body
 * @param next what follows on the same record, or null
 */
public record Posting(String body, String path, ObjectNode content, Posting next) {

    /** A call after which nothing follows. */
    static Posting of(String body, String path, ObjectNode content) {
        return new Posting(body, path, content, null);
    }

    /** The same call, and others after it in their order. */
    Posting then(List<Posting> others) {
        return new Posting(
                body, path, content, others.isEmpty() ? null : others.get(0).then(others.subList(1, others.size())));
    }

    /** The beginning of a record. */
    static ObjectNode recordOf(String body) {
        return json().put("organisation", body);
    }

    static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }
}
