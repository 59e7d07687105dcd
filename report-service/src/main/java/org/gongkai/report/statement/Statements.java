package org.gongkai.report.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.gongkai.report.form.Form;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.jboss.logging.Logger;

/** Asks for a statement and refuses rather than hand on one with holes. */
@ApplicationScoped
public class Statements {

    private static final Logger LOG = Logger.getLogger(Statements.class);
    private static final String AGAIN = "2";
    private static final String SUBTREE = "SUBTREE";
    private static final String OWN = "OWN";
    private static final String ALL = "previous,subordinates,levels";

    @Inject
    BoundedCalls calls;

    @Inject
    ObjectMapper json;

    /**
     * The statement of a year with the year before, subordinates and levels, every figure of the form in it.
     *
     * @param authorization the caller's own header, passed on
     * @param atLeast the position that must be counted, or null
     */
    public Statement read(String organisation, int year, String atLeast, String authorization, Form form) {
        Statement statement = ask(organisation, year, SUBTREE, ALL, atLeast, authorization);
        refuseHoles(StatementReading.missing(statement, organisation, year, form));
        return statement.subordinates().isEmpty()
                ? statement.withOwn(statement.counts())
                : statement.withOwn(own(statement, authorization, form));
    }

    /** The body alone, or null where counting has gone on since: two moments cannot be compared. */
    private YearCounts own(Statement whole, String authorization, Form form) {
        Statement own = ask(whole.organisation(), whole.year(), OWN, null, whole.position(), authorization);
        if (own == null || !whole.position().equals(own.position())) {
            return null;
        }
        refuseHoles(StatementReading.missingFigure(own.counts(), form));
        return own.counts();
    }

    private Statement ask(
            String organisation, int year, String scope, String include, String atLeast, String authorization) {
        Answer answer;
        try {
            answer = calls.statement(organisation, year, scope, include, atLeast, authorization);
        } catch (ProcessingException | TimeoutException e) {
            LOG.warnf("statistics-service does not answer: %s", e.getMessage());
            throw unavailable();
        }
        if (answer.status() != Response.Status.OK.getStatusCode()) {
            throw refused(answer, organisation, atLeast);
        }
        try {
            return json.readValue(answer.body(), Statement.class);
        } catch (JsonProcessingException e) {
            LOG.warnf("a statement that is no JSON of ours: %s", e.getOriginalMessage());
            throw new Refusal(ProblemType.STATEMENT_UNUSABLE, "JSON");
        }
    }

    private static void refuseHoles(String missing) {
        if (missing != null) {
            LOG.warnf("a statement without %s", missing);
            throw new Refusal(ProblemType.STATEMENT_UNUSABLE, missing);
        }
    }

    private static Refusal refused(Answer answer, String organisation, String atLeast) {
        switch (answer.status()) {
            case 400:
                return new Refusal(ProblemType.UNREADABLE_POSITION, String.valueOf(atLeast));
            case 401:
                return new Refusal(ProblemType.UNAUTHENTICATED).header("WWW-Authenticate", "Bearer");
            case 403:
                return new Refusal(ProblemType.OUTSIDE_SUBTREE);
            case 404:
                return new Refusal(ProblemType.NOT_FOUND);
            case 409:
                return new Refusal(ProblemType.OTHER_GENERATION);
            case 503:
                return answer.body().contains("position-not-reached")
                        ? new Refusal(ProblemType.POSITION_NOT_REACHED)
                                .header("Retry-After", answer.retryAfter() == null ? AGAIN : answer.retryAfter())
                        : unavailable();
            default:
                LOG.warnf("statistics-service answers %d for %s", answer.status(), organisation);
                return unavailable();
        }
    }

    private static Refusal unavailable() {
        return new Refusal(ProblemType.STATISTICS_UNAVAILABLE).header("Retry-After", AGAIN);
    }

    /** What came back: status, body, and the header {@code Retry-After} or null. */
    record Answer(int status, String body, String retryAfter) {

        static Answer of(Response response) {
            try (response) {
                String body = response.hasEntity() ? response.readEntity(String.class) : "";
                return new Answer(response.getStatus(), body, response.getHeaderString(HttpHeaders.RETRY_AFTER));
            }
        }
    }

    /** The call itself, bounded in time and tried again where statistics-service is starting. */
    @ApplicationScoped
    static class BoundedCalls {

        @Inject
        @RestClient
        StatisticsClient client;

        @org.eclipse.microprofile.faulttolerance.Retry(
                maxRetries = 3,
                delay = 400,
                maxDuration = 10_000,
                retryOn = ProcessingException.class)
        @org.eclipse.microprofile.faulttolerance.Timeout(9_000)
        Answer statement(
                String organisation, int year, String scope, String include, String atLeast, String authorization) {
            try {
                return Answer.of(client.statement(organisation, year, scope, include, atLeast, authorization));
            } catch (WebApplicationException e) {
                return Answer.of(e.getResponse());
            }
        }
    }
}
