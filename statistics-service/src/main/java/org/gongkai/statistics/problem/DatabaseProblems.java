package org.gongkai.statistics.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A database that is away is 503 with a line in the log; a statement that is wrong is a bug, 500 with its trace. */
class DatabaseProblems {

    private static final Logger LOG = Logger.getLogger(DatabaseProblems.class);

    @ServerExceptionMapper
    Response failed(SQLException failure, HttpHeaders headers) {
        Locale language = ProblemTexts.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        if (DatabaseFailure.isOutage(failure)) {
            LOG.warnf("The database does not answer: %s", failure.getMessage());
            return ProblemDocuments.of(
                            Refused.forNow(Problem.DATABASE_UNAVAILABLE, FrameworkProblems.RETRY_AFTER_SECONDS),
                            language)
                    .toResponse();
        }
        LOG.error("A statement failed", failure);
        return ProblemDocuments.begin(Problem.INTERNAL_ERROR, language).build().toResponse();
    }
}
