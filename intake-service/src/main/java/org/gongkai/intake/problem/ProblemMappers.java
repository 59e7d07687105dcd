package org.gongkai.intake.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.io.IOException;
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
    Response unreadable(JsonProcessingException failure, HttpHeaders headers) {
        return respond(Unreadable.explained(failure), headers);
    }

    // The extension maps these subclasses by name, so they are named here as well.
    @ServerExceptionMapper(priority = FIRST)
    Response mismatched(MismatchedInputException failure, HttpHeaders headers) {
        return respond(Unreadable.explained(failure), headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response unknownField(UnrecognizedPropertyException failure, HttpHeaders headers) {
        return respond(Unreadable.explained(failure), headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response wrongFormat(InvalidFormatException failure, HttpHeaders headers) {
        return respond(Unreadable.explained(failure), headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response wrongMapping(JsonMappingException failure, HttpHeaders headers) {
        return respond(Unreadable.explained(failure), headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response wrongSyntax(JsonParseException failure, HttpHeaders headers) {
        return respond(Unreadable.explained(failure), headers);
    }

    // bytes of a charset that JSON cannot have
    @ServerExceptionMapper(priority = FIRST)
    Response wrongCharset(CharConversionException failure, HttpHeaders headers) {
        return respond(new Refusal(ProblemType.UNREADABLE_BODY, ""), headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response web(WebApplicationException failure, HttpHeaders headers) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return respond(Unreadable.explained(unreadable), headers);
        }
        int status = failure.getResponse().getStatus();
        for (ProblemType type : List.of(
                ProblemType.NOT_FOUND,
                ProblemType.METHOD_NOT_ALLOWED,
                ProblemType.NOT_ACCEPTABLE,
                ProblemType.BODY_TOO_LARGE,
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                ProblemType.UNREADABLE_BODY)) {
            if (type.status() == status) {
                return respond(new Refusal(type, ""), headers);
            }
        }
        return other(failure, headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response other(Exception failure, HttpHeaders headers) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return respond(Unreadable.explained(unreadable), headers);
        }
        if (DatabaseAway.is(failure)) {
            LOG.warnf("database unavailable: %s", failure.getClass().getSimpleName());
            return respond(new Refusal(ProblemType.DATABASE_UNAVAILABLE).header("Retry-After", "2"), headers);
        }
        if (failure instanceof IOException && "Request too large".equals(failure.getMessage())) {
            return respond(new Refusal(ProblemType.BODY_TOO_LARGE), headers);
        }
        LOG.error("unexpected failure", failure);
        return respond(new Refusal(ProblemType.INTERNAL_ERROR), headers);
    }

    private static Refusal unauthenticated() {
        return new Refusal(ProblemType.UNAUTHENTICATED).header("WWW-Authenticate", "Bearer");
    }

    private static Response respond(Refusal refusal, HttpHeaders headers) {
        ProblemTexts texts = ProblemTexts.accepted(headers);
        ProblemDocument document = ProblemDocument.of(refusal, texts);
        HttpProblem.Builder problem = HttpProblem.builder()
                .withType(refusal.type().uri())
                .withStatus(document.status())
                .withTitle(document.title())
                .withDetail(document.detail());
        if (document.violations() != null) {
            problem.with("violations", document.violations());
        }
        refusal.headers().forEach(problem::withHeader);
        problem.withHeader(HttpHeaders.CONTENT_LANGUAGE, texts.languageTag());
        return problem.build().toResponse();
    }
}
