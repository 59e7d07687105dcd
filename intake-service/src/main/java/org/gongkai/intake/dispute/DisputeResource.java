package org.gongkai.intake.dispute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.dispute.Dispute.Instance;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Amendment;
import org.gongkai.intake.record.Correction.Act;
import org.gongkai.intake.record.Correction.Part;
import org.gongkai.intake.record.RecordResource;
import org.gongkai.intake.record.RecordView;
import org.gongkai.intake.record.Records;

/** Reviews and lawsuits, their conclusion and their appeal. */
@Path("/disputes")
public class DisputeResource extends RecordResource<DisputeBody, Dispute> {

    public DisputeResource() {
        super(Disputes.KIND);
    }

    @GET
    @Permits(Operation.READ_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Cases of a subtree that stand, in the order in which they were recorded; year is that of filing")
    public RecordView.Page list(
            @QueryParam("organisation") String organisation,
            @QueryParam("year") String year,
            @QueryParam("kind") String kind,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        DisputeKind wanted = Parameters.code("kind", kind, DisputeKind.class);
        return page(organisation, year, List.of(new Records.Equal("kind", wanted)), limit, after);
    }

    @POST
    @Path("/{id}/conclusion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Record how the pending instance ended; the same again is answered with what exists")
    @APIResponse(responseCode = "200", description = "It ended so, and that is on disk")
    @APIResponse(responseCode = "409", description = "It ended otherwise")
    public Response conclude(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Conclusion body) {
        given(body);
        return change(reached(id).id(), ifMatch, (writing, kept) -> Disputes.concluded(writing, kept, body));
    }

    @GET
    @Path("/{id}/conclusion")
    @Permits(Operation.READ_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "The conclusion of the latest instance")
    public Conclusion conclusion(@PathParam("id") String id) {
        Conclusion conclusion = reached(id).state().latest().conclusion();
        if (conclusion == null) {
            throw new Refusal(ProblemType.NOT_FOUND);
        }
        return conclusion;
    }

    @PATCH
    @Path("/{id}/conclusion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Amend the conclusion of the latest instance: the fields to change and a reason")
    @APIResponse(responseCode = "200", description = "It ended so, and that is on disk")
    @APIResponse(responseCode = "409", description = "It was appealed since")
    public Response amendConclusion(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) ObjectNode patch) {
        UUID reached = reached(id).id();
        Amendment amendment = Amendment.of(patch);
        return change(reached, ifMatch, (writing, kept) -> {
            requireStands(kept);
            Dispute dispute = kept.state();
            requireConcluded(dispute);
            Instance latest = dispute.latest();
            Conclusion clean = amendment
                    .appliedTo(latest.conclusion(), Conclusion.class, List.of(), json)
                    .checked(latest.filedOn(), writing.today());
            return clean.equals(latest.conclusion())
                    ? kept
                    : writing.correct(
                            Disputes.KIND,
                            kept,
                            dispute.concluded(clean),
                            Part.CONCLUSION,
                            Act.AMENDED,
                            amendment.reason());
        });
    }

    @DELETE
    @Path("/{id}/conclusion")
    @Permits(Operation.WRITE_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Retract the conclusion of the latest instance; it is pending again")
    @APIResponse(responseCode = "200", description = "It is pending, and that is on disk")
    @APIResponse(responseCode = "409", description = "It was appealed since")
    public Response retractConclusion(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        UUID reached = reached(id).id();
        String why = Amendment.reason(reason);
        return change(reached, ifMatch, (writing, kept) -> {
            requireStands(kept);
            Dispute dispute = kept.state();
            if (dispute.pending() && writing.lastCorrected(kept, Part.CONCLUSION, Act.RETRACTED)) {
                return kept;
            }
            requireConcluded(dispute);
            return writing.correct(Disputes.KIND, kept, dispute.concluded(null), Part.CONCLUSION, Act.RETRACTED, why);
        });
    }

    /** The latest instance is concluded; where it is an appeal that is not, what it reopened cannot be touched. */
    private static void requireConcluded(Dispute dispute) {
        if (dispute.pending()) {
            throw dispute.latest().number() == 1
                    ? new Refusal(ProblemType.NOT_FOUND)
                    : new Refusal(
                            ProblemType.CONCLUSION_APPEALED, dispute.latest().filedOn());
        }
    }

    @POST
    @Path("/{id}/appeal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Record that it goes on: it is pending again; the same again is answered with what exists")
    @APIResponse(responseCode = "200", description = "It goes on, and that is on disk")
    @APIResponse(responseCode = "409", description = "It is not concluded")
    public Response appeal(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Appeal body) {
        given(body);
        return change(reached(id).id(), ifMatch, (writing, kept) -> {
            requireStands(kept);
            Dispute dispute = kept.state();
            if (dispute.instances().stream()
                    .skip(1)
                    .anyMatch(each -> each.filedOn().equals(body.filedOn()))) {
                return kept;
            }
            Instance latest = dispute.latest();
            if (dispute.pending()) {
                throw new Refusal(ProblemType.NOT_CONCLUDED, latest.number(), latest.filedOn());
            }
            Appeal clean = body.checked(latest.concludedOn(), writing.today());
            return writing.put(Disputes.KIND, kept, dispute.appealed(clean.filedOn()));
        });
    }

    @PATCH
    @Path("/{id}/appeal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "Amend the day of the latest appeal")
    @APIResponse(responseCode = "200", description = "It goes on from that day, and that is on disk")
    @APIResponse(responseCode = "409", description = "The appeal is concluded")
    public Response amendAppeal(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) ObjectNode patch) {
        UUID reached = reached(id).id();
        Amendment amendment = Amendment.of(patch);
        return change(reached, ifMatch, (writing, kept) -> {
            requireStands(kept);
            Dispute dispute = kept.state();
            requireAppealed(dispute);
            Appeal present = new Appeal(dispute.latest().filedOn());
            Appeal clean = amendment
                    .appliedTo(present, Appeal.class, List.of(), json)
                    .checked(dispute.appealTakenBack().latest().concludedOn(), writing.today());
            return clean.equals(present)
                    ? kept
                    : writing.correct(
                            Disputes.KIND,
                            kept,
                            dispute.appealMoved(clean.filedOn()),
                            Part.APPEAL,
                            Act.AMENDED,
                            amendment.reason());
        });
    }

    @DELETE
    @Path("/{id}/appeal")
    @Permits(Operation.WRITE_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Retract the latest appeal; the conclusion before it stands again")
    @APIResponse(responseCode = "200", description = "It did not go on, and that is on disk")
    @APIResponse(responseCode = "409", description = "The appeal is concluded")
    public Response retractAppeal(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        UUID reached = reached(id).id();
        String why = Amendment.reason(reason);
        return change(reached, ifMatch, (writing, kept) -> {
            requireStands(kept);
            Dispute dispute = kept.state();
            if (!dispute.pending() && writing.lastCorrected(kept, Part.APPEAL, Act.RETRACTED)) {
                return kept;
            }
            requireAppealed(dispute);
            return writing.correct(Disputes.KIND, kept, dispute.appealTakenBack(), Part.APPEAL, Act.RETRACTED, why);
        });
    }

    private static void requireAppealed(Dispute dispute) {
        Instance latest = dispute.latest();
        if (latest.number() == 1) {
            throw new Refusal(ProblemType.NOT_FOUND);
        }
        if (!dispute.pending()) {
            throw new Refusal(ProblemType.APPEAL_CONCLUDED, latest.concludedOn());
        }
    }
}
