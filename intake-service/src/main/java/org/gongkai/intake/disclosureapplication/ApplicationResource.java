package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.journal.Entry;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.organisation.Standing;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Amendment;
import org.gongkai.intake.workingday.Calendars;

/** Disclosure applications: registered, read, amended, voided. */
@Path("/applications")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationResource {

    @Inject
    ApplicationTable table;

    @Inject
    Subtree subtree;

    @Inject
    Standing standing;

    @Inject
    Cases cases;

    @Inject
    Desk desk;

    @Inject
    Amending amending;

    @Inject
    CaseReading reading;

    @Inject
    Calendars calendars;

    @Inject
    Caller caller;

    @Inject
    Journal journal;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Record an application; the same again is answered with what exists",
            description = "earlierCases=true: the answer names earlier cases of the same applicant and of the same"
                    + " information, at the price of a second query; without it, reading the application does.")
    @APIResponse(responseCode = "201", description = "Recorded, and on disk")
    @APIResponse(responseCode = "200", description = "It was recorded before with equal content")
    @APIResponse(responseCode = "409", description = "The body has this case number with other content")
    public Response receive(@QueryParam("earlierCases") String earlierCases, ApplicationBody body) {
        boolean withEarlier = Boolean.TRUE.equals(Parameters.flag("earlierCases", earlierCases));
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        if (body.organisation() != null) {
            subtree.require(body.organisation());
        }
        ApplicationBody clean = body.checked(journal.today());
        Calendars.Loaded calendar = calendars.loaded();
        DisclosureApplication made = Registration.of(journal.newId(), clean, calendar.days());
        Entry entry = journal.entry(Registration.fact(made), caller.subject());
        Optional<Position> position = table.receive(made, calendar.version(), entry);
        if (position.isPresent()) {
            journal.committed();
            WholeCase whole = new WholeCase(made, List.of());
            return reading.registered(
                    Response.created(URI.create("/applications/" + made.id())),
                    new Desk.Done(whole, position.get()),
                    withEarlier);
        }
        standing.require(clean.organisation(), clean.begins());
        return repeated(clean, withEarlier);
    }

    private Response repeated(ApplicationBody body, boolean withEarlier) {
        DisclosureApplication kept = table.byNumber(body.organisation(), body.caseNumber())
                .orElseThrow(() -> new IllegalStateException("neither recorded nor there"));
        Registration.requireEqual(kept, body);
        return reading.registered(
                Response.ok(), new Desk.Done(cases.whole(kept), journal.positionOf(kept.receivedFact())), withEarlier);
    }

    @GET
    @Path("/{id}")
    @Permits(Operation.READ_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "An application as it stands")
    @APIResponse(responseCode = "200", description = "The application; masked unless the caller's body holds it")
    public Response get(@PathParam("id") String id) {
        DisclosureApplication application = reading.reached(id);
        return Response.ok(reading.shown(cases.whole(application)))
                .tag(Long.toString(application.version()))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Amend what was registered wrongly: the fields to change and a reason; null takes a field away")
    @APIResponse(responseCode = "200", description = "It says so now, and that is on disk; counts follow")
    @APIResponse(responseCode = "409", description = "It is voided, or its steps forbid that")
    public Response amend(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) ObjectNode patch) {
        UUID reached = reading.reached(id).id();
        Amendment amendment = Amendment.of(patch);
        return reading.answer(Response.ok(), amending.amend(reached, ifMatch, caller.subject(), amendment));
    }

    @DELETE
    @Path("/{id}")
    @Permits(Operation.WRITE_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Void what should not have been entered; nothing is deleted, and its case number is free again")
    @APIResponse(responseCode = "200", description = "It is voided, and that is on disk; all its counts are taken back")
    public Response voiding(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        UUID reached = reading.reached(id).id();
        String why = Amendment.reason(reason);
        return reading.answer(Response.ok(), desk.voiding(reached, ifMatch, caller.subject(), why));
    }
}
