package org.gongkai.statistics.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a refused call in the caller's language. */
@Provider
public class RefusedMapper implements ExceptionMapper<Refused> {

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Refused refused) {
        return ProblemDocuments.of(refused, ProblemTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)))
                .toResponse();
    }
}
