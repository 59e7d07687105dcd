package org.gongkai.intake.confirmation;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.access.Role;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.organisation.Standing;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Amendment;
import org.gongkai.intake.record.Kept;
import org.gongkai.intake.record.Records;
import org.gongkai.intake.record.Writing;

/** A body's confirmation of a year. */
@Path("/organisations/{code}/years/{year}/confirmation")
@Produces(MediaType.APPLICATION_JSON)
public class ConfirmationResource {

    @Inject
    Records records;

    @Inject
    Subtree subtree;

    @Inject
    Standing standing;

    @Inject
    Caller caller;

    @Inject
    Journal journal;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.CONFIRM_YEARS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Confirm that the body's data of the year are complete; it falls away when a later fact comes")
    @APIResponse(responseCode = "201", description = "Confirmed for the first time, and on disk")
    @APIResponse(responseCode = "200", description = "Confirmed anew, or it stood so already")
    public Response confirm(
            @PathParam("code") String code,
            @PathParam("year") String year,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            ConfirmationBody body) {
        requireConfirmer(code);
        int wanted = Parameters.year(year);
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        Confirmation clean = body.checked(code, wanted, journal.today());
        standing.require(code, clean.begins());
        Records.Written<Confirmation> first =
                records.record(Confirmations.KIND, code, List.of(wanted), clean, caller.subject());
        if (first.created()) {
            return answer(
                    Response.created(URI.create("/organisations/" + code + "/years/" + wanted + "/confirmation")),
                    first);
        }
        return answer(
                Response.ok(),
                records.change(
                        Confirmations.KIND,
                        first.record().id(),
                        ifMatch,
                        caller.subject(),
                        (writing, kept) -> confirmed(writing, kept, clean)));
    }

    /** Another confirmation is simply a later one; equal content that has fallen away is confirmed anew. */
    private static Kept<Confirmation> confirmed(Writing writing, Kept<Confirmation> kept, Confirmation clean) {
        if (kept.retraction() != null) {
            throw new Refusal(ProblemType.RECORD_RETRACTED, kept.retraction().at());
        }
        boolean touched = writing.read(
                connection -> YearOfBody.touchedSince(connection, clean.organisation(), clean.year(), kept.lastFact()));
        return clean.equals(kept.state()) && !touched ? kept : writing.restate(Confirmations.KIND, kept, clean);
    }

    @GET
    @Permits(Operation.READ_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "The body's newest confirmation of the year")
    @APIResponse(responseCode = "200", description = "Whether it stands, has fallen away or was retracted")
    @APIResponse(responseCode = "404", description = "The year was never confirmed")
    public Response get(@PathParam("code") String code, @PathParam("year") String year) {
        subtree.require(code);
        Kept<Confirmation> kept = newest(code, Parameters.year(year));
        return Response.ok(view(kept)).tag(Long.toString(kept.version())).build();
    }

    @DELETE
    @Permits(Operation.CONFIRM_YEARS)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "Take the confirmation of the year back")
    @APIResponse(responseCode = "200", description = "The year is not confirmed, and that is on disk")
    public Response retract(
            @PathParam("code") String code,
            @PathParam("year") String year,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        requireConfirmer(code);
        Kept<Confirmation> newest = newest(code, Parameters.year(year));
        String why = Amendment.reason(reason);
        return answer(
                Response.ok(),
                records.change(
                        Confirmations.KIND,
                        newest.id(),
                        ifMatch,
                        caller.subject(),
                        (writing, kept) ->
                                kept.retraction() == null ? writing.retract(Confirmations.KIND, kept, why) : kept));
    }

    /** A recorder speaks for its own body alone, or for one that it goes on after. */
    private void requireConfirmer(String code) {
        subtree.require(code);
        if (standing.body(code).isEmpty()) {
            throw new Refusal(ProblemType.NOT_FOUND);
        }
        if (!caller.has(Role.OFFICE) && !caller.has(Role.ADMIN) && !subtree.holds(code)) {
            throw new Refusal(ProblemType.NOT_OWN_BODY);
        }
    }

    private Kept<Confirmation> newest(String code, int year) {
        return records.newest(Confirmations.KIND, code, List.of(year))
                .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    }

    private Response answer(Response.ResponseBuilder response, Records.Written<Confirmation> written) {
        return response.entity(view(written.record()))
                .tag(Long.toString(written.record().version()))
                .header(Position.HEADER, written.position().token())
                .build();
    }

    private ConfirmationView view(Kept<Confirmation> kept) {
        Confirmation confirmation = kept.state();
        boolean touched = records.read(connection ->
                YearOfBody.touchedSince(connection, confirmation.organisation(), confirmation.year(), kept.lastFact()));
        return ConfirmationView.of(kept, touched);
    }
}
