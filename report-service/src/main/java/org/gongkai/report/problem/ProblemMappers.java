package org.gongkai.report.problem;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        return respond(explain(failure), headers);
    }

    // The extension maps these subclasses by name, so they are named here as well.
    @ServerExceptionMapper(priority = FIRST)
    Response mismatched(MismatchedInputException failure, HttpHeaders headers) {
        return respond(explain(failure), headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response unknownField(UnrecognizedPropertyException failure, HttpHeaders headers) {
        return respond(explain(failure), headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response wrongFormat(InvalidFormatException failure, HttpHeaders headers) {
        return respond(explain(failure), headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response wrongMapping(JsonMappingException failure, HttpHeaders headers) {
        return respond(explain(failure), headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response wrongSyntax(JsonParseException failure, HttpHeaders headers) {
        return respond(explain(failure), headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response web(WebApplicationException failure, HttpHeaders headers) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return respond(explain(unreadable), headers);
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
                return respond(new Refusal(type, MediaType.APPLICATION_JSON, ".json"), headers);
            }
        }
        return other(failure, headers);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response other(Exception failure, HttpHeaders headers) {
        if (isDatabaseAway(failure)) {
            LOG.warnf("database unavailable: %s", failure.getClass().getSimpleName());
            return respond(new Refusal(ProblemType.DATABASE_UNAVAILABLE).header("Retry-After", "2"), headers);
        }
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
        if (!refusal.violations().isEmpty()) {
            problem.with(
                    "violations",
                    refusal.violations().stream()
                            .map(violation -> violation(violation, texts))
                            .collect(Collectors.toList()));
        }
        refusal.headers().forEach(problem::withHeader);
        problem.withHeader(HttpHeaders.CONTENT_LANGUAGE, texts.languageTag());
        return problem.build().toResponse();
    }

    private static Map<String, String> violation(Violation violation, ProblemTexts texts) {
        Map<String, String> shape = new LinkedHashMap<>();
        shape.put("field", violation.field());
        shape.put("message", texts.violation(violation));
        return shape;
    }

    private static Refusal explain(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
            String field = path(unknown);
            return new Refusal(ProblemType.UNKNOWN_FIELD, field, known).field(field, "unknown-field", known);
        }
        if (failure instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            return fieldRefusal(path(mismatch), "wrong-type", expected(mismatch.getTargetType()));
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return fieldRefusal(path(mapping), "wrong-type", "JSON");
        }
        String place = failure.getLocation() == null
                ? ""
                : failure.getLocation().getLineNr() + ":"
                        + failure.getLocation().getColumnNr();
        return new Refusal(ProblemType.UNREADABLE_BODY, place);
    }

    private static Refusal fieldRefusal(String field, String key, String words) {
        return new Refusal(ProblemType.UNREADABLE_BODY, field).field(field, key, words);
    }

    private static String expected(Class<?> target) {
        if (target == null) {
            return "JSON";
        }
        if (target.equals(String.class)) {
            return "\"…\"";
        }
        if (target.equals(Boolean.class)) {
            return "true, false";
        }
        return "{…}";
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static boolean isDatabaseAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                // connection exceptions, operator intervention, resources; pool exhausted has no state
                if (state.startsWith("08") || state.startsWith("57") || state.startsWith("53")) {
                    return true;
                }
            }
            if (cause instanceof SQLException sql && sql.getSQLState() == null) {
                return true;
            }
        }
        return false;
    }
}
