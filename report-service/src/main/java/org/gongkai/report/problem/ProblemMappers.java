package org.gongkai.report.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever stops a call into a problem document; a caller's mistake is never a 500. */
final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int FIRST = 1;

    @ServerExceptionMapper(priority = FIRST)
    Response refusal(Refusal refusal, HttpHeaders headers) {
        return respond(refusal, headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response unauthenticated(AuthenticationFailedException failure, HttpHeaders headers) {
        return respond(unauthenticated(), headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response unauthorized(UnauthorizedException failure, HttpHeaders headers) {
        return respond(unauthenticated(), headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response web(WebApplicationException failure, HttpHeaders headers) {
        int status = failure.getResponse().getStatus();
        for (ProblemType type :
                List.of(ProblemType.NOT_FOUND, ProblemType.METHOD_NOT_ALLOWED, ProblemType.NOT_ACCEPTABLE)) {
            if (type.status() == status) {
                return respond(new Refusal(type, MediaType.APPLICATION_JSON, ".json"), headers);
            }
        }
        return other(failure, headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response other(Exception failure, HttpHeaders headers) {
        LOG.error("unexpected failure", failure);
        return respond(new Refusal(ProblemType.INTERNAL_ERROR), headers);
    }

    private static Refusal unauthenticated() {
        return new Refusal(ProblemType.UNAUTHENTICATED).header("WWW-Authenticate", "Bearer");
    }

    private static Response respond(Refusal refusal, HttpHeaders headers) {
        ProblemTexts texts = ProblemTexts.accepted(headers);
        HttpProblem.Builder problem = HttpProblem.builder()
                .withType(refusal.type().uri())
                .withStatus(refusal.type().status())
                .withTitle(texts.title(refusal.type()))
                .withDetail(texts.detail(refusal.type(), refusal.arguments()));
        refusal.headers().forEach(problem::withHeader);
        problem.withHeader(HttpHeaders.CONTENT_LANGUAGE, texts.languageTag());
        return problem.build().toResponse();
    }
}
