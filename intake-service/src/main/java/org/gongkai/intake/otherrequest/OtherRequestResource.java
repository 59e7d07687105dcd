package org.gongkai.intake.otherrequest;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.gongkai.intake.access.Role;
import org.gongkai.intake.disclosureapplication.CaseFolder;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.journal.Positions;
import org.gongkai.intake.organisation.Standing;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.otherrequest.OtherRequests.Changed;
import org.gongkai.intake.personaldata.AccessLog;
import org.gongkai.intake.problem.PageLimit;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Amendment;
import org.gongkai.intake.record.Correction.Act;
import org.gongkai.intake.record.Correction.Part;
import org.gongkai.intake.record.Kept.Retraction;

/**
 * The calls that every kind of request has. None is counted, so {@code Gongkai-Position} of a write is the journal's generation
 * alone: there is nothing that {@code ?atLeast} would wait for.
 *
 * @param <B> as it is sent
 * @param <R> how it may end
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class OtherRequestResource<B extends Record & OtherRequestBody<B>, R extends Enum<R> & Result> {

    @Inject
    OtherRequests requests;

    @Inject
    CaseFolder folder;

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

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    private final OtherRequestKind<B, R> kind;

    protected OtherRequestResource(OtherRequestKind<B, R> kind) {
        this.kind = kind;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_OTHER_REQUESTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Record it; the same again is answered with what exists. It is counted nowhere")
    @APIResponse(responseCode = "201", description = "Recorded, and on disk")
    @APIResponse(responseCode = "200", description = "It was recorded before with equal content")
    @APIResponse(
            responseCode = "409",
            description = "The body has this case number with other content; says in which fields")
    public Response record(B body) {
        requireGiven(body);
        if (body.organisation() != null) {
            subtree.require(body.organisation());
        }
        B clean = body.checked(journal.today());
        standing.require(clean.organisation(), clean.receivedOn());
        requireApplicationReached(clean.application());
        OtherRequests.Recorded<B, R> recorded = requests.record(kind, clean);
        UUID id = recorded.request().id();
        if (recorded.created()) {
            // what the caller has just sent itself is no reading
            return answer(Response.created(URI.create(kind.address(id))), id, clean.organisation(), null);
        }
        List<String> differences = Amendment.differences(recorded.request().body(), clean);
        if (!differences.isEmpty()) {
            throw new Refusal(
                    ProblemType.RECORD_DIFFERS,
                    clean.organisation(),
                    "caseNumber “" + clean.caseNumber() + "”",
                    String.join(", ", differences),
                    kind.address(id));
        }
        return answer(Response.ok(), id, clean.organisation(), AccessLog.Call.READ);
    }

    @GET
    @Permits(Operation.READ_OTHER_REQUESTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Those of a subtree that stand, masked, in the order in which they were recorded",
            description = "year is that of receipt; open: without a conclusion (or with one).")
    @APIResponse(responseCode = "200", description = "A page; next is to be sent as after")
    public OtherRequestView.Page list(
            @QueryParam("organisation") String organisation,
            @QueryParam("year") String year,
            @QueryParam("open") String open,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        if (organisation != null) {
            subtree.require(organisation);
        }
        String own = caller.reachesEverything() ? null : caller.claim();
        int most = PageLimit.of(limit);
        List<OtherRequest<B, R>> found = requests.list(
                kind,
                new OtherRequests.Wanted(
                        organisation == null ? own : organisation,
                        Parameters.year(year),
                        Parameters.flag("open", open),
                        Parameters.after(after),
                        most + 1));
        List<OtherRequest<B, R>> page = found.subList(0, Math.min(most, found.size()));
        return new OtherRequestView.Page(
                page.stream()
                        .map(request -> OtherRequestView.of(request, List.of()))
                        .toList(),
                found.size() > most ? page.get(most - 1).id().toString() : null);
    }

    @GET
    @Path("/{id}")
    @Permits(Operation.READ_OTHER_REQUESTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "The request as it stands, with its corrections")
    @APIResponse(
            responseCode = "200",
            description = "The request, retracted or not; masked unless the caller's body holds it")
    public Response get(@PathParam("id") String id) {
        OtherRequest<B, R> reached = reached(id);
        return told(Response.ok(), reached.id(), reached.body().organisation(), AccessLog.Call.READ)
                .build();
    }

    @GET
    @Path("/{id}/accesses")
    @Permits(Operation.READ_ACCESSES)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Who was answered its personal data in clear, oldest first")
    @APIResponse(responseCode = "200", description = "A page; next is to be sent as after")
    public AccessLog.Page accesses(
            @PathParam("id") String id, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        return accesses.of(reached(id).id(), Parameters.after(after), PageLimit.of(limit));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_OTHER_REQUESTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Amend what was entered wrongly: the fields to change and a reason; null takes a field away")
    @APIResponse(responseCode = "200", description = "It says so now, and that is on disk")
    @APIResponse(responseCode = "409", description = "It is retracted")
    public Response amend(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) ObjectNode patch) {
        OtherRequest<B, R> reached = reached(id);
        Amendment amendment = Amendment.of(patch);
        return change(reached, ifMatch, (kept, corrections) -> {
            kept.requireStands();
            B before = kept.body();
            B clean = amendment
                    .appliedTo(before, kind.bodyType(), OtherRequestKind.FIXED, json)
                    .checked(journal.today());
            if (clean.equals(before)) {
                return Optional.empty();
            }
            requireDay(kept, clean);
            if (!Objects.equals(before.application(), clean.application())) {
                requireApplicationReached(clean.application());
            }
            return Optional.of(new Changed<>(kept.amended(clean), Part.RECORD, Act.AMENDED, amendment.reason()));
        });
    }

    @DELETE
    @Path("/{id}")
    @Permits(Operation.WRITE_OTHER_REQUESTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary =
                    "Retract what should not have been entered; nothing is deleted, and its case number is free again")
    @APIResponse(responseCode = "200", description = "It is retracted, and that is on disk")
    public Response retract(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        OtherRequest<B, R> reached = reached(id);
        String why = Amendment.reason(reason);
        return change(
                reached,
                ifMatch,
                (kept, corrections) -> kept.retraction() != null
                        ? Optional.empty()
                        : Optional.of(new Changed<>(
                                kept.retracted(new Retraction(OffsetDateTime.now(clock), why)),
                                Part.RECORD,
                                Act.RETRACTED,
                                why)));
    }

    @DELETE
    @Path("/{id}/conclusion")
    @Permits(Operation.WRITE_OTHER_REQUESTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Retract the conclusion; the request is open again")
    @APIResponse(responseCode = "200", description = "It is open, and that is on disk")
    @APIResponse(responseCode = "409", description = "It is retracted")
    public Response retractConclusion(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        OtherRequest<B, R> reached = reached(id);
        String why = Amendment.reason(reason);
        return change(reached, ifMatch, (kept, corrections) -> {
            kept.requireStands();
            if (kept.conclusion() != null) {
                return Optional.of(new Changed<>(kept.concluded(null), Part.CONCLUSION, Act.RETRACTED, why));
            }
            boolean repeated = corrections.stream()
                    .anyMatch(each -> each.version() == kept.version() && each.part() == Part.CONCLUSION);
            if (repeated) {
                return Optional.empty();
            }
            throw new Refusal(ProblemType.NOT_FOUND);
        });
    }

    /** Records how it ended; a kind's own method says which results there are. */
    Response concluded(String id, String ifMatch, Conclusion<R> body) {
        requireGiven(body);
        return change(reached(id), ifMatch, (kept, corrections) -> {
            kept.requireStands();
            Conclusion<R> clean = body.checked(kept.body().receivedOn(), journal.today());
            Conclusion<R> before = kept.conclusion();
            if (clean.equals(before)) {
                return Optional.empty();
            }
            if (before != null) {
                throw new Refusal(
                        ProblemType.REQUEST_CONCLUDED,
                        before.concludedOn(),
                        before.result(),
                        String.join(", ", Amendment.differences(before, clean)),
                        kind.address(kept.id()));
            }
            return Optional.of(new Changed<>(kept.concluded(clean), null, null, null));
        });
    }

    private void requireDay(OtherRequest<B, R> kept, B clean) {
        Conclusion<R> conclusion = kept.conclusion();
        if (conclusion != null && clean.receivedOn().isAfter(conclusion.concludedOn())) {
            throw new Refusal(ProblemType.INVALID_FIELDS)
                    .field("receivedOn", "after-conclusion", conclusion.concludedOn());
        }
        standing.require(clean.organisation(), clean.receivedOn());
    }

    /** One of another body is as unknown. */
    private void requireApplicationReached(String application) {
        if (application == null) {
            return;
        }
        if (Parameters.id(application)
                .flatMap(folder::holderOf)
                .filter(subtree::reaches)
                .isEmpty()) {
            throw new Refusal(ProblemType.UNKNOWN_RECORD, "application");
        }
    }

    private static void requireGiven(Object body) {
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
    }

    /** One of the caller's subtree, masked; any other is as unknown. */
    private OtherRequest<B, R> reached(String id) {
        return Parameters.id(id)
                .flatMap(known -> requests.byId(kind, known, false))
                .filter(request -> subtree.reaches(request.body().organisation()))
                .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    }

    private Response change(OtherRequest<B, R> reached, String ifMatch, OtherRequests.Change<B, R> change) {
        requests.change(kind, reached.id(), ifMatch, caller.subject(), change);
        return answer(Response.ok(), reached.id(), reached.body().organisation(), AccessLog.Call.CHANGED);
    }

    private Response answer(Response.ResponseBuilder response, UUID id, String holder, AccessLog.Call call) {
        Positions nothingCounted = new Positions(journal.generation(), Map.of());
        return told(response, id, holder, call)
                .header(Position.HEADER, nothingCounted.token())
                .build();
    }

    /** In clear for the body that holds it alone, which is noted first. */
    private Response.ResponseBuilder told(
            Response.ResponseBuilder response, UUID id, String holder, AccessLog.Call call) {
        boolean readable = caller.has(Role.RECORDER) && subtree.holds(holder);
        if (readable && call != null) {
            accesses.note(caller.subject(), caller.claim(), id, call);
        }
        OtherRequest<B, R> request = requests.byId(kind, id, readable).orElseThrow();
        return response.entity(OtherRequestView.of(request, requests.corrections(id, readable)))
                .tag(Long.toString(request.version()));
    }
}
