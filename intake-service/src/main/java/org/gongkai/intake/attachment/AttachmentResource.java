package org.gongkai.intake.attachment;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
import org.gongkai.intake.disclosureapplication.CaseFolder;
import org.gongkai.intake.disclosureapplication.CaseFolder.Cover;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.personaldata.AccessLog;
import org.gongkai.intake.problem.PageLimit;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Amendment;

/** The files of an application (条例 article 45): added, listed, read, withdrawn. */
@Path("/applications/{id}/attachments")
@Produces(MediaType.APPLICATION_JSON)
public class AttachmentResource {

    @Inject
    CaseFolder folder;

    @Inject
    Attachments attachments;

    @Inject
    Receiving receiving;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Permits(Operation.WRITE_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Add a file to an application; the same again is answered with what exists",
            description =
                    "The body is the file itself, with its Content-Type; what it is, is seen in its content: PDF, OFD,"
                            + " JPEG, PNG, TIFF, DOCX, DOC, XLSX, XLS or TXT. The same kind, name and content again changes nothing,"
                            + " so Idempotency-Key is not needed and not looked at. An attachment makes no fact and is counted"
                            + " nowhere; Gongkai-Position is that of the application's newest fact, and the application's version"
                            + " (ETag) stays: attachments have their own.")
    @APIResponse(
            responseCode = "201",
            description = "Added, and on disk",
            content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was there before",
            content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The application is voided or erased, or has as many as it may have")
    @APIResponse(responseCode = "413", description = "The file is too large; says what it may have")
    @APIResponse(
            responseCode = "415",
            description = "The content is none that is taken, or another than its Content-Type says; says what to send")
    public Response attach(
            @PathParam("id") String id,
            @QueryParam("kind") String kind,
            @QueryParam("name") String name,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream body)
            throws IOException {
        Cover cover = folder.reached(id);
        Attachments.requireOpen(cover);
        Attachments.Kept kept = receiving.receive(cover, Receiving.Said.of(kind, name, headers), body);
        Attachment attachment = kept.attachment();
        return answer(
                kept.made()
                        ? Response.created(
                                URI.create("/applications/" + cover.id() + "/attachments/" + attachment.id()))
                        : Response.ok(),
                cover,
                attachment);
    }

    private Response answer(Response.ResponseBuilder response, Cover cover, Attachment attachment) {
        return response.entity(AttachmentView.of(attachment, cover.readable()))
                .tag(Long.toString(Attachment.VERSION))
                .header(Position.HEADER, folder.position(cover).token())
                .build();
    }

    @GET
    @Permits(Operation.READ_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "The attachments of an application that stand, in the order of entry",
            description =
                    "Names are masked, and digests absent, unless the caller's body holds the application. One whose"
                            + " content was erased stays, with the day.")
    @APIResponse(responseCode = "200", description = "A page; next is to be sent as after")
    public AttachmentView.Page list(
            @PathParam("id") String id, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        Cover cover = folder.reached(id);
        int most = PageLimit.of(limit);
        UUID last = Parameters.after(after);
        List<Attachment> left = attachments.standing(cover.id()).stream()
                .filter(each -> last == null || each.id().toString().compareTo(last.toString()) > 0)
                .toList();
        List<Attachment> page = left.subList(0, Math.min(most, left.size()));
        if (!page.isEmpty()) {
            folder.note(cover, AccessLog.Call.ATTACHMENTS, null);
        }
        return new AttachmentView.Page(
                page.stream()
                        .map(each -> AttachmentView.of(each, cover.readable()))
                        .toList(),
                left.size() > most ? page.get(most - 1).id().toString() : null);
    }

    @GET
    @Path("/{attachment}")
    @Produces(MediaType.WILDCARD)
    @Permits(Operation.READ_ATTACHMENTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "The file itself; for the body that holds the application alone, and each reading is noted")
    @APIResponse(
            responseCode = "200",
            description = "The file as it was sent",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "403", description = "Another body holds the application")
    @APIResponse(responseCode = "410", description = "Its time is over, and it was erased")
    public Response content(@PathParam("id") String id, @PathParam("attachment") String attachment) {
        Cover cover = folder.reached(id);
        Attachment found = attachments.readable(cover.id(), attachment);
        if (!cover.readable()) {
            throw new Refusal(ProblemType.NOT_HOLDING_BODY);
        }
        ChunkSeal chunks = attachments.chunks(found);
        folder.note(cover, AccessLog.Call.ATTACHMENT, found.id());
        StreamingOutput content = out -> {
            for (int number = 0; number < found.chunks(); number++) {
                out.write(attachments.chunk(found, chunks, number));
            }
        };
        return Response.ok(content, found.type().mediaType())
                .tag(Long.toString(Attachment.VERSION))
                .header(HttpHeaders.CONTENT_LENGTH, found.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(found.name()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @DELETE
    @Path("/{attachment}")
    @Permits(Operation.WRITE_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Withdraw a file that was added wrongly; the history keeps that it was there",
            description =
                    "It is no longer listed nor served, and its content is deleted: what was added wrongly is often"
                            + " somebody else's. Name, digest, reason and who did it stay in the history until they are erased.")
    @APIResponse(
            responseCode = "200",
            description = "It is withdrawn, and that is on disk",
            content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    @APIResponse(responseCode = "409", description = "The application is voided or erased")
    public Response withdraw(
            @PathParam("id") String id,
            @PathParam("attachment") String attachment,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason) {
        Cover cover = folder.reached(id);
        UUID which = Parameters.id(attachment).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
        String why = Amendment.reason(reason);
        Attachment withdrawn = attachments.withdraw(cover, which, ifMatch, caller.subject(), why);
        folder.note(cover, AccessLog.Call.CHANGED, which);
        return answer(Response.ok(), cover, withdrawn);
    }
}
