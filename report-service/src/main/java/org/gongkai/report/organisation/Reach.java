package org.gongkai.report.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.jboss.logging.Logger;

/** Whether the caller's claim reaches a body; in doubt it does not. */
@ApplicationScoped
public class Reach {

    private static final Logger LOG = Logger.getLogger(Reach.class);

    @Inject
    @RestClient
    OrganisationsClient client;

    /**
     * Returns where statistics-service shows the body to this caller, and refuses otherwise.
     *
     * @param authorization the caller's own header, passed on
     */
    public void require(String organisation, String authorization) {
        int status = ask(organisation, authorization);
        switch (status) {
            case 200:
                return;
            case 400:
                throw new Refusal(ProblemType.INVALID_PARAMETER, "organisation", "1–40 × 0-9, A-Z, -");
            case 401:
                throw new Refusal(ProblemType.UNAUTHENTICATED).header("WWW-Authenticate", "Bearer");
            case 403:
                throw new Refusal(ProblemType.OUTSIDE_SUBTREE);
            case 404:
                throw new Refusal(ProblemType.NOT_FOUND);
            default:
                LOG.warnf("statistics-service answers %d for an organisation", status);
                throw unavailable();
        }
    }

    private int ask(String organisation, String authorization) {
        try (Response answer = client.organisation(organisation, authorization)) {
            return answer.getStatus();
        } catch (WebApplicationException e) {
            return e.getResponse().getStatus();
        } catch (ProcessingException e) {
            LOG.warnf("statistics-service does not answer: %s", e.getMessage());
            throw unavailable();
        }
    }

    private static Refusal unavailable() {
        return new Refusal(ProblemType.STATISTICS_UNAVAILABLE).header("Retry-After", "2");
    }
}
