package org.gongkai.intake.disclosureapplication;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Amendment;

/** The steps of an application between its receipt and its archive. */
@Path("/applications/{id}/steps")
@Produces(MediaType.APPLICATION_JSON)
public class StepResource {

    @Inject
    Desk desk;

    @Inject
    CaseReading reading;

    @Inject
    Caller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Record a step; what is late is recorded as late; the same again is answered with what exists")
    @APIResponse(responseCode = "200", description = "The application as it stands, and that is on disk")
    @APIResponse(
            responseCode = "409",
            description = "It is impossible in its place, or recorded with other content; says what is possible")
    public Response step(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, StepBody body) {
        UUID reached = reading.reached(id).id();
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        return reading.answer(Response.ok(), desk.step(reached, ifMatch, caller.subject(), body));
    }

    @DELETE
    @Path("/{number}")
    @Permits(Operation.WRITE_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Retract a step that was entered wrongly; nothing is deleted")
    @APIResponse(responseCode = "200", description = "The application without it, and that is on disk")
    @APIResponse(responseCode = "409", description = "A later step or the outcome needs it; says which")
    public Response retract(
            @PathParam("id") String id,
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        UUID reached = reading.reached(id).id();
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw new Refusal(ProblemType.NOT_FOUND);
        }
        String why = Amendment.reason(reason);
        return reading.answer(
                Response.ok(), desk.retractStep(reached, Integer.parseInt(number), ifMatch, caller.subject(), why));
    }
}
