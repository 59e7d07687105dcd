package org.gongkai.intake.normativedocument;

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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.normativedocument.NormativeDocument.End;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Amendment;
import org.gongkai.intake.record.Correction;
import org.gongkai.intake.record.Kept;
import org.gongkai.intake.record.RecordResource;
import org.gongkai.intake.record.RecordView;
import org.gongkai.intake.record.Records;
import org.gongkai.intake.record.Writing;

/** Rules and normative documents, and their abolition. */
@Path("/normative-documents")
public class DocumentResource extends RecordResource<DocumentBody, NormativeDocument> {

    public DocumentResource() {
        super(Documents.KIND);
    }

    @GET
    @Permits(Operation.READ_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary =
                    "Documents of a subtree that stand, in the order in which they were recorded; year is that of issue")
    public RecordView.Page list(
            @QueryParam("organisation") String organisation,
            @QueryParam("year") String year,
            @QueryParam("kind") String kind,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        DocumentKind wanted = Parameters.code("kind", kind, DocumentKind.class);
        return page(organisation, year, List.of(new Records.Equal("kind", wanted)), limit, after);
    }

    @POST
    @Path("/{id}/abolition")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Record that it was abolished; the same again is answered with what exists")
    @APIResponse(responseCode = "200", description = "It ended so, and that is on disk")
    @APIResponse(responseCode = "409", description = "It ended otherwise, or earlier")
    public Response abolish(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, DocumentAbolition body) {
        Kept<NormativeDocument> reached = reached(id);
        given(body);
        return change(reached.id(), ifMatch, (writing, kept) -> Documents.abolished(writing, kept, body));
    }

    @GET
    @Path("/{id}/abolition")
    @Permits(Operation.READ_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "Its abolition, where one was recorded")
    public DocumentAbolition abolition(@PathParam("id") String id) {
        DocumentAbolition abolition = reached(id).state().abolition();
        if (abolition == null) {
            throw new Refusal(ProblemType.NOT_FOUND);
        }
        return abolition;
    }

    @PATCH
    @Path("/{id}/abolition")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Amend its abolition: the fields to change and a reason")
    @APIResponse(responseCode = "200", description = "It ended so, and that is on disk")
    @APIResponse(responseCode = "409", description = "It ended because its time was over or another superseded it")
    public Response amendAbolition(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) ObjectNode patch) {
        Kept<NormativeDocument> reached = reached(id);
        Amendment amendment = Amendment.of(patch);
        return change(reached.id(), ifMatch, (writing, kept) -> {
            requireStands(kept);
            DocumentAbolition present = requireAbolished(kept);
            LocalDate today = writing.today();
            DocumentAbolition clean = amendment
                    .appliedTo(present, DocumentAbolition.class, List.of(), json)
                    .checked(kept.state().body(), today);
            return clean.equals(present)
                    ? kept
                    : correct(writing, kept, clean, Correction.Act.AMENDED, amendment.reason());
        });
    }

    @DELETE
    @Path("/{id}/abolition")
    @Permits(Operation.WRITE_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Retract its abolition; it is in force again unless its time is over")
    @APIResponse(responseCode = "200", description = "It was not abolished, and that is on disk")
    @APIResponse(responseCode = "409", description = "It ended because its time was over or another superseded it")
    public Response retractAbolition(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        Kept<NormativeDocument> reached = reached(id);
        String why = Amendment.reason(reason);
        return change(reached.id(), ifMatch, (writing, kept) -> {
            requireStands(kept);
            if (kept.state().abolition() == null
                    && writing.lastCorrected(kept, Correction.Part.ABOLITION, Correction.Act.RETRACTED)) {
                return kept;
            }
            requireAbolished(kept);
            return correct(writing, kept, null, Correction.Act.RETRACTED, why);
        });
    }

    private static Kept<NormativeDocument> correct(
            Writing writing,
            Kept<NormativeDocument> kept,
            DocumentAbolition abolition,
            Correction.Act act,
            String reason) {
        return writing.correct(
                Documents.KIND,
                kept,
                kept.state().with(abolition, writing.today()),
                Correction.Part.ABOLITION,
                act,
                reason);
    }

    private static DocumentAbolition requireAbolished(Kept<NormativeDocument> kept) {
        DocumentAbolition abolition = kept.state().abolition();
        if (abolition == null) {
            End end = kept.state().end();
            throw end == null
                    ? new Refusal(ProblemType.NOT_FOUND)
                    : new Refusal(ProblemType.ENDED_BY_ITSELF, end.on(), end.manner());
        }
        return abolition;
    }
}
