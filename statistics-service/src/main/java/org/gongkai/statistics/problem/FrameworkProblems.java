package org.gongkai.statistics.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gives what the framework refuses a type and a text of ours too, and tells a database that is away from a bug. */
@ApplicationScoped
class FrameworkProblems implements ProblemPostProcessor {

    static final int RETRY_AFTER_SECONDS = 2;

    private final CurrentVertxRequest request;

    FrameworkProblems(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public HttpProblem apply(HttpProblem document, ProblemContext context) {
        if (document.getType() != null && document.getType().toString().startsWith("urn:gongkai:problem:")) {
            return document;
        }
        Problem problem = problem(document.getStatusCode(), context.cause);
        HttpProblem.Builder ours = ProblemDocuments.begin(problem, language(), "—");
        document.getHeaders().forEach(ours::withHeader);
        if (problem == Problem.DATABASE_UNAVAILABLE) {
            ours.withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return ours.build();
    }

    private static Problem problem(int status, @Nullable Throwable cause) {
        if (DatabaseFailure.isOutage(cause)) {
            return Problem.DATABASE_UNAVAILABLE;
        }
        return switch (status) {
            case 400 -> Problem.BAD_REQUEST;
            case 401 -> Problem.UNAUTHENTICATED;
            case 403 -> Problem.ROLE_NOT_ALLOWED;
            case 404 -> Problem.UNKNOWN_PATH;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 406 -> Problem.NOT_ACCEPTABLE;
            case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE;
            default -> status >= 400 && status < 500 ? Problem.BAD_REQUEST : Problem.INTERNAL_ERROR;
        };
    }

    private Locale language() {
        try {
            return ProblemTexts.language(
                    request.getCurrent() == null
                            ? null
                            : request.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        } catch (ContextNotActiveException outsideOfACall) {
            return ProblemTexts.CHINESE;
        }
    }
}
