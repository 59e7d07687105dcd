package org.gongkai.intake.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.importing.ImportRun.State;
import org.gongkai.intake.importing.ImportRun.Tally;
import org.gongkai.intake.importing.reading.BodyType;
import org.gongkai.intake.importing.reading.RecordOfLine;
import org.gongkai.intake.importing.spool.Spool;
import org.gongkai.intake.importing.template.Templates;
import org.gongkai.intake.importing.vocabulary.Vocabulary;
import org.gongkai.intake.importing.vocabulary.Vocabulary.RecordWords;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.problem.PageLimit;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/** Imports: taken, followed, and what became of each line. */
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    @Inject
    ImportSettings settings;

    @Inject
    ImportWork work;

    @Inject
    ImportTable table;

    @Inject
    ResultTable results;

    @Inject
    ResultStream stream;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    @Inject
    Subtree subtree;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    @Context
    HttpHeaders headers;

    @POST
    @Consumes({BodyType.NDJSON_TYPE, BodyType.CSV_TYPE, BodyType.WORKBOOK_TYPE})
    @Produces({MediaType.APPLICATION_JSON, BodyType.NDJSON_TYPE})
    @Permits(Operation.IMPORT)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Record many at once, a line each; the same file again changes nothing",
            description =
                    "Accept: application/x-ndjson answers with a line for each line, application/json at once with"
                            + " where to ask. record says what the lines of a table are that do not say so themselves.")
    @RequestBody(
            content = {
                @Content(mediaType = BodyType.NDJSON_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = BodyType.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = BodyType.WORKBOOK_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "200", description = "The results as they come, the last line a summary")
    @APIResponse(
            responseCode = "202",
            description = "On disk, and being worked off",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "400", description = "The file cannot be read, or has columns that no record has")
    @APIResponse(responseCode = "413", description = "The file is too large")
    public Response take(@QueryParam("record") String record, InputStream body) throws IOException {
        String kind = record == null ? null : RecordOfLine.named(record).record();
        UUID id = journal.newId();
        ImportRun run = spooled(id, kind, body);
        requireReadable(run);
        table.insert(run);
        work.take(id);
        String language = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        if (wantsStream()) {
            StreamingOutput results = out -> stream.write(id, language, out);
            return Response.ok(results, BodyType.NDJSON_TYPE).build();
        }
        return Response.accepted(ImportView.of(run, language))
                .location(URI.create("/imports/" + id))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    private ImportRun spooled(UUID id, String record, InputStream body) throws IOException {
        long most = BodyType.of(headers.getMediaType()).orElseThrow() == BodyType.WORKBOOK
                ? settings.mostWorkbookBytes().asLongValue()
                : settings.mostBytes().asLongValue();
        Spool.Spooled spooled =
                work.spool().write(id, body, most).orElseThrow(() -> new Refusal(ProblemType.IMPORT_TOO_LARGE, most));
        return new ImportRun(
                id,
                State.SPOOLED,
                headers.getMediaType().toString(),
                record,
                spooled.bytes(),
                spooled.key(),
                caller.claim(),
                OffsetDateTime.now(clock),
                caller.subject(),
                null,
                Tally.NONE,
                null);
    }

    /** What is wrong with the whole file is said at once. */
    private void requireReadable(ImportRun run) throws IOException {
        try {
            BodyType.open(headers.getMediaType(), () -> work.spool().open(run.id(), run.spoolKey()), run.record(), json)
                    .close();
        } catch (Refusal e) {
            work.spool().delete(run.id());
            throw e;
        }
    }

    private boolean wantsStream() {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isWildcardType() || accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(MediaType.valueOf(BodyType.NDJSON_TYPE))) {
                return true;
            }
        }
        return false;
    }

    @GET
    @Path("/template.csv")
    @Produces(BodyType.CSV_TYPE)
    @Permits(Operation.READ_IMPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "A table of one kind of record to be filled in; as it comes it imports nothing")
    public Response csvTemplate(@QueryParam("record") String record) {
        RecordWords words = RecordOfLine.named(record == null ? "" : record);
        return Response.ok(Templates.csv(words), BodyType.CSV_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + words.record() + ".csv\"")
                .build();
    }

    @GET
    @Path("/template.xlsx")
    @Produces(BodyType.WORKBOOK_TYPE)
    @Permits(Operation.READ_IMPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "A workbook to be filled in, of one kind of record or with a sheet for each")
    public Response workbookTemplate(@QueryParam("record") String record) {
        List<RecordWords> words = record == null ? Vocabulary.get().records() : List.of(RecordOfLine.named(record));
        return Response.ok(Templates.workbook(words), BodyType.WORKBOOK_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\""
                                + (record == null ? "gongkai" : words.get(0).record()) + ".xlsx\"")
                .build();
    }

    @GET
    @Path("/{id}")
    @Permits(Operation.READ_IMPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "How far an import is, and what it came to")
    public ImportView get(@PathParam("id") String id) {
        return ImportView.of(reached(id), headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    @GET
    @Path("/{id}/results")
    @Permits(Operation.READ_IMPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "What became of the lines so far, in their order; without their content")
    public ImportView.Page results(
            @PathParam("id") String id,
            @QueryParam("status") String status,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        ImportRun run = reached(id);
        int most = PageLimit.of(limit);
        List<LineResult> found = results.page(run.id(), status(status), line(after), most + 1);
        List<LineResult> page = found.subList(0, Math.min(most, found.size()));
        String language = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        return new ImportView.Page(
                page.stream().map(result -> result.in(language)).toList(),
                found.size() > most ? Long.toString(page.get(most - 1).line()) : null);
    }

    private static LineResult.Status status(String text) {
        return Arrays.stream(LineResult.Status.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseGet(() -> {
                    if (text != null) {
                        throw new Refusal(ProblemType.INVALID_PARAMETER, "status", "created, unchanged, refused");
                    }
                    return null;
                });
    }

    private static long line(String after) {
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new Refusal(ProblemType.INVALID_PARAMETER, "after", "next");
        }
    }

    /** One whose caller had a claim within this caller's reach; any other is as unknown. */
    private ImportRun reached(String id) {
        return Parameters.id(id)
                .flatMap(table::byId)
                .filter(run -> caller.reachesEverything() || subtree.reaches(run.claim()))
                .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    }
}
