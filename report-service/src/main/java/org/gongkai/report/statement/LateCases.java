package org.gongkai.report.statement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Looks up the cases that explain why a printed year closes otherwise now: those open at its end at the statement's own
 * position beside those at the position of its edition. Where they are too many to name, or cannot be had in the time that is
 * left, the delta of the cells must do.
 */
@ApplicationScoped
class LateCases {

    private static final Logger LOG = Logger.getLogger(LateCases.class);
    private static final String CLOSING = "CARRIED_OUT";
    private static final String TOTAL = "TOTAL";
    private static final int MOST = 500;
    private static final int OK = 200;

    @Inject
    BoundedCalls calls;

    @Inject
    @RestClient
    StatisticsClient client;

    @Inject
    ObjectMapper json;

    /** Types of applicants of which the year before closes otherwise now than it was printed; none where it was not. */
    static List<String> columns(Statement statement) {
        Statement.Printed printed = statement.printed();
        if (printed == null) {
            return List.of();
        }
        Map<String, Long> live = printed.live().applications().get(CLOSING);
        Map<String, Long> then = statement.previous().applications().get(CLOSING);
        return live.keySet().stream()
                .filter(column -> !column.equals(TOTAL) && !live.get(column).equals(then.get(column)))
                .toList();
    }

    /**
     * The statement with what explains it.
     *
     * @param columns see {@link #columns}
     * @param deadline of the report, which has to come out without
     */
    Statement explain(Statement statement, List<String> columns, String authorization, Deadline deadline) {
        try {
            List<LateCase> late = new ArrayList<>();
            for (String column : columns) {
                late.addAll(between(statement, column, authorization, deadline));
            }
            return late.isEmpty() ? statement : statement.explainedBy(late);
        } catch (RuntimeException | IOException e) {
            LOG.infof("the late cases of a printed year cannot be had: %s", e.getMessage());
            return statement;
        }
    }

    private List<LateCase> between(Statement statement, String column, String authorization, Deadline deadline)
            throws IOException {
        // the list may stand a little behind the counts: it is waited for
        Page now = open(statement, column, statement.position(), statement.position(), authorization, deadline);
        Page then = now == null
                ? null
                : open(statement, column, null, statement.printed().position(), authorization, deadline);
        if (then == null) {
            return List.of();
        }
        Map<String, LateCase> differing = new LinkedHashMap<>();
        now.items().forEach(item -> differing.put(item.record(), item.in(column, 1)));
        for (Item item : then.items()) {
            if (differing.remove(item.record()) == null) {
                differing.put(item.record(), item.in(column, -1));
            }
        }
        return List.copyOf(differing.values());
    }

    private Page open(
            Statement statement, String column, String atLeast, String asOf, String authorization, Deadline deadline)
            throws IOException {
        Answer answer = calls.once(
                () -> client.facts(
                        statement.organisation(),
                        statement.year() - 1,
                        CLOSING,
                        column,
                        MOST,
                        atLeast,
                        asOf,
                        authorization),
                deadline);
        Page page = answer.status() == OK ? json.readValue(answer.body(), Page.class) : null;
        return page == null || page.items() == null || page.next() != null ? null : page;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(List<Item> items, String next) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(@JsonProperty("case") String number, String record, String organisationName) {

        LateCase in(String column, int amount) {
            return new LateCase(column, organisationName, number, amount);
        }
    }
}
