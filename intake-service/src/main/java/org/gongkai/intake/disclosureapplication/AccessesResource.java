package org.gongkai.intake.disclosureapplication;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.personaldata.AccessLog;
import org.gongkai.intake.problem.PageLimit;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/** Who read an application's personal data: for those who look after it, and may not read them themselves. */
@Path("/applications/{id}/accesses")
@Produces(MediaType.APPLICATION_JSON)
public class AccessesResource {

    @Inject
    ApplicationTable table;

    @Inject
    Subtree subtree;

    @Inject
    AccessLog log;

    @GET
    @Permits(Operation.READ_ACCESSES)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Who was answered the application's personal data in clear, oldest first")
    @APIResponse(responseCode = "200", description = "A page; next is to be sent as after")
    public AccessLog.Page accesses(
            @PathParam("id") String id, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        UUID application = Parameters.id(id)
                .filter(known ->
                        table.organisationOf(known).filter(subtree::reaches).isPresent())
                .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
        return log.of(application, Parameters.after(after), PageLimit.of(limit));
    }
}
