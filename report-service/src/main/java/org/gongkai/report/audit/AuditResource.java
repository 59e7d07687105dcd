package org.gongkai.report.audit;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.report.access.Operation;
import org.gongkai.report.access.Permits;

/** Checks any report that is handed in, whoever counted it. */
@Path("/checks")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.CHECK_REPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Check the tables of any report, of either edition of the form; nothing is kept")
    @APIResponse(responseCode = "200", description = "What was read, what was not, and every check")
    @APIResponse(
            responseCode = "400",
            description = "A row or column that the form does not have, or no number in a cell")
    @APIResponse(responseCode = "415", description = "Not JSON")
    public Audit check(HandedIn body) {
        return Audits.of(body);
    }
}
