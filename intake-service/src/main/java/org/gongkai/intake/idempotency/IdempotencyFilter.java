package org.gongkai.intake.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers a repeated write with the answer of the first. Every write in JSON may carry the header; what is sent as a file
 * need not, since the same file again changes nothing.
 *
 * <p>The draft's answers: other content under the same key 422, the first still under way 409, a header that is no key 400.
 * A refusal (4xx) is kept like any answer; a failure of ours (5xx) gives the key back.
 */
final class IdempotencyFilter {

    static final String HEADER = "Idempotency-Key";

    /** After access and parameters were checked: what these refuse has no effect and is not kept. */
    private static final int LAST = 20_000;

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final List<String> KEPT_HEADERS = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            "Gongkai-Position");
    private static final String PROPERTY = IdempotencyKey.class.getName();
    private static final int FAILURE = 500;

    @Inject
    Caller caller;

    @Inject
    KeptAnswers answers;

    @Inject
    ObjectMapper json;

    @ServerRequestFilter(priority = LAST)
    Response claim(ContainerRequestContext request, ResourceInfo resource) throws IOException {
        List<String> headers = request.getHeaders().get(HEADER);
        if (headers == null || READING.contains(request.getMethod()) || isFile(request, resource)) {
            return null;
        }
        IdempotencyKey key = IdempotencyKey.of(String.join(",", headers), caller.subject(), caller.claim())
                .orElseThrow(() -> new Refusal(ProblemType.INVALID_IDEMPOTENCY_KEY));
        Claim claim = answers.claim(key, fingerprint(request));
        if (claim instanceof Claim.Answered answered) {
            return answered(answered);
        }
        if (claim instanceof Claim.OtherContent) {
            throw new Refusal(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        if (claim instanceof Claim.InFlight) {
            throw new Refusal(ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT).header(HttpHeaders.RETRY_AFTER, "1");
        }
        request.setProperty(PROPERTY, key);
        return null;
    }

    @ServerResponseFilter
    void keep(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (!(request.getProperty(PROPERTY) instanceof IdempotencyKey key)) {
            return;
        }
        request.removeProperty(PROPERTY);
        if (response.getStatus() >= FAILURE) {
            answers.free(key);
            return;
        }
        String body = response.getEntity() == null ? "" : json.writeValueAsString(response.getEntity());
        MediaType type = response.getMediaType() == null ? MediaType.APPLICATION_JSON_TYPE : response.getMediaType();
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type.toString());
        Map<String, String> headers = new TreeMap<>();
        for (String name : KEPT_HEADERS) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        answers.keep(key, response.getStatus(), headers, body);
        response.setEntity(body, null, type);
    }

    private static Response answered(Claim.Answered answered) {
        Response.ResponseBuilder response = Response.status(answered.status());
        answered.headers().forEach(response::header);
        return answered.body().isEmpty()
                ? response.build()
                : response.entity(answered.body()).build();
    }

    /** By what the method takes as well: a file may come with any type or none, and must not be read here. */
    private static boolean isFile(ContainerRequestContext request, ResourceInfo resource) {
        MediaType type = request.getMediaType();
        return type != null && !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                || List.of(resource.getResourceMethod().getParameterTypes()).contains(InputStream.class);
    }

    /** Digest of everything that says what the call asks for; reads the body and puts it back. */
    private static byte[] fingerprint(ContainerRequestContext request) throws IOException {
        MessageDigest digest = IdempotencyKey.sha256();
        for (String part : List.of(
                request.getMethod(),
                request.getUriInfo().getRequestUri().getRawPath(),
                String.valueOf(request.getUriInfo().getRequestUri().getRawQuery()),
                String.valueOf(request.getHeaderString(HttpHeaders.IF_MATCH)))) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        byte[] body = request.getEntityStream() == null
                ? new byte[0]
                : request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return digest.digest(body);
    }
}
