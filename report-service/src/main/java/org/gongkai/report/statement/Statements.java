package org.gongkai.report.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.gongkai.report.Desks;
import org.gongkai.report.form.Form;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.jboss.logging.Logger;

/** Asks for a statement and refuses rather than hand on one with holes. */
@ApplicationScoped
public class Statements {

    private static final Logger LOG = Logger.getLogger(Statements.class);
    private static final String AGAIN = "2";
    /** Asked for in one call, so that all of it is of one moment. */
    private static final String ALL = "previous,subordinates,levels,own,months";
    /** A position of another generation of the journal. */
    private static final int CONFLICT = 409;
    /** No earlier moments are kept. */
    private static final int NOT_IMPLEMENTED = 501;

    @Inject
    BoundedCalls calls;

    @Inject
    @RestClient
    StatisticsClient client;

    @Inject
    LateCases late;

    @Inject
    ObjectMapper json;

    @Inject
    PrintedYears printed;

    /**
     * The statement of a year with everything that a report says, of one moment, and the year before, as it was printed
     * last or, where it never was, as counted now; every figure of the form in it.
     *
     * @param authorization the caller's own header, passed on
     * @param atLeast the position that must be counted, or null
     */
    public Statement read(String organisation, int year, String atLeast, String authorization, Form form) {
        Answer answer = ask(organisation, year, ALL, atLeast, null, authorization, calls.begin());
        return whole(answer, organisation, year, form);
    }

    /**
     * The same with the cases for which the year before closes otherwise now than it was printed, where they can be had.
     *
     * @param desk taken when there is something to be read, and left only while other calls are waited for
     */
    public Statement readExplained(
            String organisation, int year, String atLeast, String authorization, Form form, Desks.Desk desk) {
        Deadline deadline = calls.begin();
        Answer answer = ask(organisation, year, ALL, atLeast, null, authorization, deadline);
        desk.take();
        Statement statement = whole(answer, organisation, year, form);
        List<String> columns = LateCases.columns(statement);
        if (columns.isEmpty()) {
            return statement;
        }
        desk.leave();
        Statement explained = late.explain(statement, columns, authorization, deadline);
        desk.take();
        return explained;
    }

    private Statement whole(Answer answer, String organisation, int year, Form form) {
        Statement statement = statement(answer);
        refuseHoles(StatementReading.missing(statement, organisation, year, form));
        return printed.newest(organisation, year - 1)
                .map(before -> compared(statement, before, form))
                .orElse(statement);
    }

    /**
     * The statement as it stood at a position.
     *
     * @param before the edition of the year before to compare with, or null: as the year before stood then
     */
    public Statement readAsOf(
            String organisation, int year, String position, PrintedYear before, String authorization, Form form) {
        Statement statement = statement(ask(organisation, year, ALL, null, position, authorization, calls.begin()));
        refuseHoles(StatementReading.missing(statement, organisation, year, form));
        return before == null ? statement : compared(statement, before, form);
    }

    /** The year's counts alone. */
    public YearCounts counts(String organisation, int year, String atLeast, String authorization, Form form) {
        Statement statement = statement(ask(organisation, year, null, atLeast, null, authorization, calls.begin()));
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

    /** The answer that has a statement; any other is refused. */
    private Answer ask(
            String organisation,
            int year,
            String include,
            String atLeast,
            String asOf,
            String authorization,
            Deadline deadline) {
        Answer answer;
        try {
            answer = calls.patiently(
                    () -> client.statement(organisation, year, include, atLeast, asOf, authorization), deadline);
        } catch (TimeoutException e) {
            LOG.warnf("statistics-service gives no statement of %s in time", organisation);
            throw unavailable();
        }
        if (asOf != null && (answer.status() == CONFLICT || answer.status() == NOT_IMPLEMENTED)) {
            throw new Refusal(ProblemType.NOT_RECOMPUTABLE, asOf);
        }
        if (answer.status() != Response.Status.OK.getStatusCode()) {
            throw refused(answer, organisation, asOf == null ? atLeast : asOf);
        }
        return answer;
    }

    private Statement statement(Answer answer) {
        try {
            // a service of ours repeats no field, and to look for one takes as long as the rest of reading
            return json.readerFor(Statement.class)
                    .without(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .readValue(answer.body());
        } catch (IOException e) {
            // without the place: it quotes what was read
            LOG.warnf(
                    "a statement that is no JSON of ours: %s",
                    e instanceof JsonProcessingException no ? no.getOriginalMessage() : e.getMessage());
            throw new Refusal(ProblemType.STATEMENT_UNUSABLE, "JSON");
        }
    }

    private static void refuseHoles(String missing) {
        if (missing != null) {
            LOG.warnf("a statement without %s", missing);
            throw new Refusal(ProblemType.STATEMENT_UNUSABLE, missing);
        }
    }

    private static Refusal refused(Answer answer, String organisation, String position) {
        switch (answer.status()) {
            case 400:
                return new Refusal(ProblemType.UNREADABLE_POSITION, String.valueOf(position));
            case 401:
                return new Refusal(ProblemType.UNAUTHENTICATED).header("WWW-Authenticate", "Bearer");
            case 403:
                return new Refusal(ProblemType.OUTSIDE_SUBTREE);
            case 404:
                return new Refusal(ProblemType.NOT_FOUND);
            case 409:
                return new Refusal(ProblemType.OTHER_GENERATION);
            default:
                if (answer.behind()) {
                    return new Refusal(ProblemType.POSITION_NOT_REACHED)
                            .header("Retry-After", answer.retryAfter() == null ? AGAIN : answer.retryAfter());
                }
                LOG.warnf("statistics-service answers %d for %s", answer.status(), organisation);
                return unavailable();
        }
    }

    private static Refusal unavailable() {
        return new Refusal(ProblemType.STATISTICS_UNAVAILABLE).header("Retry-After", AGAIN);
    }
}
