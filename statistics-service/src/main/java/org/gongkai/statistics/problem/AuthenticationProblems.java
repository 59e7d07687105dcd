package org.gongkai.statistics.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * No or bad token. The mappers of quarkus-resteasy-problem 3.21 for these two refer to a field that Quarkus 3.33 no longer
 * has, so they are replaced.
 */
class AuthenticationProblems {

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = Priorities.USER - 1000)
    Response badToken(HttpHeaders headers) {
        return answer(headers);
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = Priorities.USER - 1000)
    Response noToken(HttpHeaders headers) {
        return answer(headers);
    }

    private static Response answer(HttpHeaders headers) {
        Locale language = ProblemTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return ProblemDocuments.begin(Problem.UNAUTHENTICATED, language).build().toResponse();
    }
}
