package org.gongkai.report.statement;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What statistics-service answered.
 *
 * @param status of HTTP
 * @param body as it came, empty where there is none
 * @param retryAfter the header, or null
 */
record Answer(int status, byte[] body, String retryAfter) {

    private static final String BEHIND = "position-not-reached";

    /** Statuses of a service that is starting or stopping, or of what stands before it. */
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    static Answer of(Response response) {
        try (response) {
            byte[] body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
            return new Answer(response.getStatus(), body, response.getHeaderString(HttpHeaders.RETRY_AFTER));
        }
    }

    /** Whether it has not counted up to the position that was asked for, for which it has waited itself. */
    boolean behind() {
        return status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
                && new String(body, StandardCharsets.UTF_8).contains(BEHIND);
    }

    /** Whether another try may find the service. */
    boolean away() {
        return AWAY.contains(status) && !behind();
    }
}
