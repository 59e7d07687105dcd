package org.gongkai.report.statement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Looks up the cases that explain why a printed year closes otherwise now: those open at its end now beside those open at
 * the position of its edition. Where they are too many to name, or cannot be had, the delta of the cells must do.
 */
@ApplicationScoped
public class LateCases {

    private static final Logger LOG = Logger.getLogger(LateCases.class);
    private static final String CLOSING = "CARRIED_OUT";
    private static final String TOTAL = "TOTAL";
    private static final int MOST = 500;
    private static final int OK = 200;

    @Inject
    @RestClient
    StatisticsClient client;

    @Inject
    ObjectMapper json;

    /** The statement with what explains it; as it is where the year before closes as it was printed. */
    public Statement explain(Statement statement, String authorization) {
        Statement.Printed printed = statement.printed();
        if (printed == null) {
            return statement;
        }
        Map<String, Long> live = printed.live().applications().get(CLOSING);
        Map<String, Long> then = statement.previous().applications().get(CLOSING);
        List<LateCase> late = new ArrayList<>();
        live.forEach((column, open) -> {
            if (!column.equals(TOTAL) && !open.equals(then.get(column))) {
                late.addAll(between(statement, column, authorization));
            }
        });
        return late.isEmpty() ? statement : statement.explainedBy(late);
    }

    private List<LateCase> between(Statement statement, String column, String authorization) {
        Page then = open(statement, column, statement.printed().position(), authorization);
        Page now = then == null ? null : open(statement, column, null, authorization);
        if (now == null) {
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

    private Page open(Statement statement, String column, String asOf, String authorization) {
        try (Response answer = client.facts(
                statement.organisation(), statement.year() - 1, CLOSING, column, MOST, asOf, authorization)) {
            Page page = answer.getStatus() == OK ? json.readValue(answer.readEntity(String.class), Page.class) : null;
            return page == null || page.items() == null || page.next() != null ? null : page;
        } catch (WebApplicationException | ProcessingException | JsonProcessingException e) {
            LOG.infof("the late cases of a printed year cannot be had: %s", e.getMessage());
            return null;
        }
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
