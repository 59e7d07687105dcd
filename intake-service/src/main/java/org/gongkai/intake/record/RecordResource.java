package org.gongkai.intake.record;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.organisation.Standing;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.problem.PageLimit;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Warning;

/**
 * The calls that every quiet record has: recorded, read, amended, retracted; a kind adds its list and what is its own.
 *
 * @param <B> as it is sent
 * @param <S> as it is kept
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class RecordResource<B extends Record & RecordBody, S> implements Admission {

    @Inject
    protected Records records;

    @Inject
    protected Subtree subtree;

    @Inject
    protected Standing standing;

    @Inject
    protected Caller caller;

    @Inject
    protected Journal journal;

    @Inject
    protected ObjectMapper json;

    @Context
    protected HttpHeaders headers;

    private final RecordKind<B, S> kind;

    protected RecordResource(RecordKind<B, S> kind) {
        this.kind = kind;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Record it; the same again is answered with what exists")
    @APIResponse(responseCode = "201", description = "Recorded, and on disk")
    @APIResponse(responseCode = "200", description = "It was recorded before with equal content")
    @APIResponse(responseCode = "409", description = "Its natural key is taken by other content; says in which fields")
    public Response record(B body) {
        B clean = checked(given(body));
        Records.Written<S> written = records.record(
                kind, clean.organisation(), kind.keyOf(clean), kind.begun(clean, journal.today()), caller.subject());
        if (written.created()) {
            return answer(
                    Response.created(
                            URI.create(kind.path() + "/" + written.record().id())),
                    written);
        }
        if (Amendment.differences(kind.body(written.record().state()), clean).isEmpty()) {
            return answer(Response.ok(), written);
        }
        return change(written.record().id(), null, (writing, kept) -> {
            requireStands(kept);
            return kind.replaced(writing, body, clean, kept);
        });
    }

    @GET
    @Path("/{id}")
    @Permits(Operation.READ_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "The record as it stands, with its corrections")
    @APIResponse(responseCode = "200", description = "The record, retracted or not")
    public Response get(@PathParam("id") String id) {
        Kept<S> kept = reached(id);
        return Response.ok(view(kept, records.corrections(kept.id())))
                .tag(Long.toString(kept.version()))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Amend what was entered wrongly: the fields to change and a reason; null takes a field away")
    @APIResponse(responseCode = "200", description = "It says so now, and that is on disk")
    @APIResponse(responseCode = "409", description = "It is retracted, or what stands on it forbids that")
    public Response amend(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) ObjectNode patch) {
        Kept<S> reached = reached(id);
        Amendment amendment = Amendment.of(patch);
        return change(reached.id(), ifMatch, (writing, kept) -> {
            requireStands(kept);
            List<String> fixed = new ArrayList<>(kind.key().keySet());
            fixed.add("organisation");
            B before = kind.body(kept.state());
            B clean = checked(amendment.appliedTo(before, kind.bodyType(), fixed, json));
            return clean.equals(before)
                    ? kept
                    : writing.correct(
                            kind,
                            kept,
                            kind.amended(kept.state(), clean, writing.today()),
                            Correction.Part.RECORD,
                            Correction.Act.AMENDED,
                            amendment.reason());
        });
    }

    @DELETE
    @Path("/{id}")
    @Permits(Operation.WRITE_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Retract what was entered wrongly, with all that stands on it; nothing is deleted")
    @APIResponse(responseCode = "200", description = "It is retracted, and that is on disk")
    public Response retract(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        Kept<S> reached = reached(id);
        String why = Amendment.reason(reason);
        return change(
                reached.id(),
                ifMatch,
                (writing, kept) -> kept.retraction() == null ? writing.retract(kind, kept, why) : kept);
    }

    /** A page of those that stand, by the filters that every kind has and its own. */
    protected RecordView.Page page(
            String organisation, String year, List<Records.Equal> equal, String limit, String after) {
        if (organisation != null) {
            subtree.require(organisation);
        }
        String own = caller.reachesEverything() ? null : caller.claim();
        int most = PageLimit.of(limit);
        List<Kept<S>> found = records.list(
                kind,
                new Records.Wanted(
                        organisation == null ? own : organisation,
                        Parameters.year(year),
                        equal,
                        Parameters.after(after),
                        most + 1));
        List<Kept<S>> page = found.subList(0, Math.min(most, found.size()));
        String next = found.size() > most ? page.get(most - 1).id().toString() : null;
        return new RecordView.Page(
                page.stream().map(kept -> view(kept, List.of())).toList(), next);
    }

    /** A record of the caller's subtree; any other is as unknown. */
    protected Kept<S> reached(String id) {
        return Parameters.id(id)
                .flatMap(known -> records.byId(kind, known))
                .filter(kept -> subtree.reaches(kept.organisation()))
                .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    }

    /** Refuses a record that was retracted. */
    protected static void requireStands(Kept<?> kept) {
        RecordKind.requireStands(kept);
    }

    /** Changes a record and answers it as it then stands. */
    protected Response change(UUID id, String ifMatch, Records.Change<S> change) {
        return answer(Response.ok(), records.change(kind, id, ifMatch, caller.subject(), change));
    }

    /** Refuses a call without a body. */
    protected static <T> T given(T body) {
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        return body;
    }

    private B checked(B body) {
        return kind.admitted(body, journal.today(), this);
    }

    @Override
    public void requireReached(String organisation) {
        subtree.require(organisation);
    }

    @Override
    public Standing.Body requireStanding(String organisation, LocalDate day) {
        return standing.require(organisation, day);
    }

    private Response answer(Response.ResponseBuilder response, Records.Written<S> written) {
        Kept<S> kept = written.record();
        List<Correction> corrections = kept.version() == 1 ? List.of() : records.corrections(kept.id());
        return response.entity(view(kept, corrections))
                .tag(Long.toString(kept.version()))
                .header(Position.HEADER, written.position().token())
                .build();
    }

    private RecordView view(Kept<S> kept, List<Correction> corrections) {
        List<Warning> warnings = kind.warnings(kept.state()).stream()
                .map(key -> Warning.of(key, headers))
                .toList();
        return new RecordView(kept.id(), kind.shown(kept.state()), warnings, kept.retraction(), corrections);
    }
}
