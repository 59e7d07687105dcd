package org.gongkai.intake.disclosureapplication;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.access.Role;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.ApplicationDecided;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.ApplicationReceived;
import org.gongkai.intake.journal.Entry;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.organisation.Standing;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.organisation.VersionTag;
import org.gongkai.intake.personaldata.AccessLog;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/** Disclosure applications: received, decided, read. */
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
    Caller caller;

    @Inject
    Journal journal;

    @Inject
    AccessLog accesses;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Record an application; the same again is answered with what exists")
    @APIResponse(responseCode = "201", description = "Recorded, and on disk")
    @APIResponse(responseCode = "200", description = "It was recorded before with equal content")
    @APIResponse(responseCode = "409", description = "The body has this case number with other content")
    public Response receive(ApplicationBody body) {
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        if (body.organisation() != null) {
            subtree.require(body.organisation());
        }
        ApplicationBody clean = body.checked(journal.today());
        UUID id = journal.newId();
        Entry entry = journal.entry(
                new ApplicationReceived(
                        id,
                        clean.caseNumber(),
                        clean.organisation(),
                        clean.receivedOn(),
                        clean.applicant().type(),
                        clean.channel(),
                        null),
                caller.subject());
        Optional<Position> position = table.receive(id, clean, entry);
        if (position.isPresent()) {
            journal.committed();
            DisclosureApplication made = new DisclosureApplication(id, clean, entry.id(), null, null, 1);
            return answer(Response.created(URI.create("/applications/" + id)), made, position.get(), null);
        }
        standing.require(clean.organisation(), clean.receivedOn());
        return repeated(clean);
    }

    private Response repeated(ApplicationBody body) {
        DisclosureApplication kept = table.byNumber(body.organisation(), body.caseNumber())
                .orElseThrow(() -> new IllegalStateException("neither recorded nor there"));
        List<String> differences = kept.differences(body);
        if (!differences.isEmpty()) {
            throw new Refusal(
                    ProblemType.APPLICATION_DIFFERS,
                    body.organisation(),
                    body.caseNumber(),
                    String.join(", ", differences));
        }
        return answer(Response.ok(), kept, journal.positionOf(kept.receivedFact()), null);
    }

    @POST
    @Path("/{id}/outcome")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Record the outcome; the same again is answered with what exists")
    @APIResponse(responseCode = "200", description = "It has this outcome, and that is on disk")
    @APIResponse(responseCode = "409", description = "It has another outcome already")
    public Response decide(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, OutcomeBody body) {
        DisclosureApplication application = reached(id);
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        OutcomeBody clean = body.checked(application.content().receivedOn(), journal.today());
        if (application.decision() == null) {
            VersionTag.require(ifMatch, application.version());
            Entry entry = journal.entry(decided(application, clean), caller.subject());
            Optional<Position> position = table.decide(application, clean, entry);
            if (position.isPresent()) {
                journal.committed();
                DisclosureApplication closed = new DisclosureApplication(
                        application.id(),
                        application.content(),
                        application.receivedFact(),
                        clean,
                        entry.id(),
                        application.version() + 1);
                return answer(Response.ok(), closed, position.get(), AccessLog.Call.CHANGED);
            }
            application = reached(id);
        }
        List<String> differences = application.differences(clean);
        if (!differences.isEmpty()) {
            throw new Refusal(
                    ProblemType.ALREADY_DECIDED,
                    application.decision().decidedOn(),
                    application.decision().outcome(),
                    String.join(", ", differences));
        }
        return answer(
                Response.ok(), application, journal.positionOf(application.decidedFact()), AccessLog.Call.CHANGED);
    }

    private static ApplicationDecided decided(DisclosureApplication application, OutcomeBody outcome) {
        ApplicationBody content = application.content();
        return new ApplicationDecided(
                application.id(),
                content.caseNumber(),
                content.organisation(),
                content.receivedOn(),
                outcome.decidedOn(),
                content.applicant().type(),
                outcome.outcome(),
                outcome.elsewhere(),
                null,
                null,
                null);
    }

    @GET
    @Path("/{id}")
    @Permits(Operation.READ_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "An application as it stands")
    @APIResponse(responseCode = "200", description = "The application; masked unless the caller's body holds it")
    public Response get(@PathParam("id") String id) {
        DisclosureApplication application = reached(id);
        return Response.ok(shown(application, AccessLog.Call.READ))
                .tag(Long.toString(application.version()))
                .build();
    }

    private DisclosureApplication reached(String id) {
        return Parameters.id(id)
                .flatMap(table::byId)
                .filter(found -> subtree.reaches(found.content().organisation()))
                .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    }

    /** In clear for the body that holds the case alone, and then noted; what the caller has just sent is no reading. */
    private ApplicationView shown(DisclosureApplication application, AccessLog.Call call) {
        boolean readable =
                caller.has(Role.RECORDER) && subtree.holds(application.content().organisation());
        if (readable && call != null) {
            accesses.note(caller.subject(), caller.claim(), application.id(), call);
        }
        return ApplicationView.of(application, readable);
    }

    private Response answer(
            Response.ResponseBuilder response,
            DisclosureApplication application,
            Position position,
            AccessLog.Call call) {
        return response.entity(shown(application, call))
                .tag(Long.toString(application.version()))
                .header(Position.HEADER, position.token())
                .build();
    }
}
