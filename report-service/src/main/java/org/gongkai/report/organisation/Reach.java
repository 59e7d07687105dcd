package org.gongkai.report.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.jboss.logging.Logger;

/** Whether the caller's claim reaches a body; in doubt it does not. */
@ApplicationScoped
public class Reach {

    private static final Logger LOG = Logger.getLogger(Reach.class);
    private static final int OK = 200;

    @Inject
    @RestClient
    OrganisationsClient client;

    /**
     * Returns where statistics-service shows the body to this caller, and refuses otherwise.
     *
     * @param authorization the caller's own header, passed on
     */
    public void require(String organisation, String authorization) {
        try (Response answer = ask(() -> client.organisation(organisation, authorization))) {
            if (answer.getStatus() != OK) {
                throw refused(answer.getStatus());
            }
        }
    }

    /**
     * A page of the bodies that the caller reaches, by code.
     *
     * @param limit how many
     * @param after code after which the page begins, or null
     * @param atLeast the position that must be counted, or null
     * @param authorization the caller's own header, passed on
     */
    public Bodies reached(int limit, String after, String atLeast, String authorization) {
        try (Response answer = ask(() -> client.organisations(limit, after, atLeast, authorization))) {
            if (answer.getStatus() != OK) {
                throw refused(answer.getStatus());
            }
            return answer.readEntity(Bodies.class);
        }
    }

    private static Refusal refused(int status) {
        switch (status) {
            case 400:
                return new Refusal(ProblemType.INVALID_PARAMETER, "organisation", "1–40 × 0-9, A-Z, -");
            case 401:
                return new Refusal(ProblemType.UNAUTHENTICATED).header("WWW-Authenticate", "Bearer");
            case 403:
                return new Refusal(ProblemType.OUTSIDE_SUBTREE);
            case 404:
                return new Refusal(ProblemType.NOT_FOUND);
            default:
                LOG.warnf("statistics-service answers %d for an organisation", status);
                return unavailable();
        }
    }

    private static Response ask(Supplier<Response> call) {
        try {
            return call.get();
        } catch (WebApplicationException e) {
            return e.getResponse();
        } catch (ProcessingException e) {
            LOG.warnf("statistics-service does not answer: %s", e.getMessage());
            throw unavailable();
        }
    }

    private static Refusal unavailable() {
        return new Refusal(ProblemType.STATISTICS_UNAVAILABLE).header("Retry-After", "2");
    }
}
