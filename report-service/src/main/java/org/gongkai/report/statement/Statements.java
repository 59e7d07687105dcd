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
    /** A position of another generation of the journal. */
    private static final int CONFLICT = 409;
    /** No earlier moments are kept. */
    private static final int NOT_IMPLEMENTED = 501;

    @Inject
    BoundedCalls calls;

    @Inject
    ObjectMapper json;

    @Inject
    PrintedYears printed;

    /**
     * The statement of a year with subordinates and levels and the year before, as it was printed last or, where it never
     * was, as counted now; every figure of the form in it.
     *
     * @param authorization the caller's own header, passed on
     * @param atLeast the position that must be counted, or null
     */
    public Statement read(String organisation, int year, String atLeast, String authorization, Form form) {
        Statement statement = ask(organisation, year, SUBTREE, ALL, atLeast, null, authorization);
        refuseHoles(StatementReading.missing(statement, organisation, year, form));
        Statement compared = printed.newest(organisation, year - 1)
                .map(before -> compared(statement, before, form))
                .orElse(statement);
        return withOwn(compared, null, authorization, form);
    }

    /** The same with the body alone of the same moment in any case, where need be as it stood then. */
    public Statement readOfOneMoment(String organisation, int year, String atLeast, String authorization, Form form) {
        Statement statement = read(organisation, year, atLeast, authorization, form);
        return statement.own() != null ? statement : withOwn(statement, statement.position(), authorization, form);
    }

    /**
     * The statement as it stood at a position.
     *
     * @param before the edition of the year before to compare with, or null: as the year before stood then
     */
    public Statement readAsOf(
            String organisation, int year, String position, PrintedYear before, String authorization, Form form) {
        Statement statement = ask(organisation, year, SUBTREE, ALL, null, position, authorization);
        refuseHoles(StatementReading.missing(statement, organisation, year, form));
        return withOwn(before == null ? statement : compared(statement, before, form), position, authorization, form);
    }

    /** The year's counts alone. */
    public YearCounts counts(String organisation, int year, String atLeast, String authorization, Form form) {
        Statement statement = ask(organisation, year, SUBTREE, null, atLeast, null, authorization);
        refuseHoles(statement == null ? "organisation" : StatementReading.missingFigure(statement.counts(), form));
        return statement.counts();
    }

    /** What was printed by a form that had other figures is not compared. */
    private static Statement compared(Statement statement, PrintedYear before, Form form) {
        String missing = StatementReading.missingFigure(before.counts(), form);
        if (missing == null) {
            return statement.comparedWith(before);
        }
        LOG.warnf("edition %d of the year before has no %s: compared with live figures", before.edition(), missing);
        return statement;
    }

    private Statement withOwn(Statement statement, String asOf, String authorization, Form form) {
        return statement.withOwn(
                statement.subordinates().isEmpty() ? statement.counts() : own(statement, asOf, authorization, form));
    }

    /** The body alone, or null where counting has gone on since: two moments cannot be compared. */
    private YearCounts own(Statement whole, String asOf, String authorization, Form form) {
        String atLeast = asOf == null ? whole.position() : null;
        Statement own = ask(whole.organisation(), whole.year(), OWN, null, atLeast, asOf, authorization);
        if (own == null || !whole.position().equals(own.position())) {
            return null;
        }
        refuseHoles(StatementReading.missingFigure(own.counts(), form));
        return own.counts();
    }

    private Statement ask(
            String organisation,
            int year,
            String scope,
            String include,
            String atLeast,
            String asOf,
            String authorization) {
        Answer answer;
        try {
            answer = calls.statement(organisation, year, scope, include, atLeast, asOf, authorization);
        } catch (ProcessingException | TimeoutException e) {
            LOG.warnf("statistics-service does not answer: %s", e.getMessage());
            throw unavailable();
        }
        if (asOf != null && (answer.status() == CONFLICT || answer.status() == NOT_IMPLEMENTED)) {
            throw new Refusal(ProblemType.NOT_RECOMPUTABLE, asOf);
        }
        if (answer.status() != Response.Status.OK.getStatusCode()) {
            throw refused(answer, organisation, asOf == null ? atLeast : asOf);
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
                String organisation,
                int year,
                String scope,
                String include,
                String atLeast,
                String asOf,
                String authorization) {
            try {
                return Answer.of(client.statement(organisation, year, scope, include, atLeast, asOf, authorization));
            } catch (WebApplicationException e) {
                return Answer.of(e.getResponse());
            }
        }
    }
}
