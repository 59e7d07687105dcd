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

/** The one outcome of an application. */
@Path("/applications/{id}/outcome")
@Produces(MediaType.APPLICATION_JSON)
public class OutcomeResource {

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
            summary = "Record the outcome; the same again is answered with what exists")
    @APIResponse(responseCode = "200", description = "It has this outcome, and that is on disk")
    @APIResponse(
            responseCode = "409",
            description = "It has another outcome already, or its steps contradict this one; says what is possible")
    public Response decide(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, OutcomeBody body) {
        UUID reached = reading.reached(id).id();
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        return reading.answer(Response.ok(), desk.decide(reached, ifMatch, caller.subject(), body));
    }

    @DELETE
    @Permits(Operation.WRITE_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary =
                    "Retract the outcome, with its service, archiving or the withdrawal that it was; it is open again")
    @APIResponse(responseCode = "200", description = "It is open, and that is on disk; counts follow")
    public Response retract(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        UUID reached = reading.reached(id).id();
        String why = Amendment.reason(reason);
        return reading.answer(Response.ok(), desk.retractOutcome(reached, ifMatch, caller.subject(), why));
    }
}
