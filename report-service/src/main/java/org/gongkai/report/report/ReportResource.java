package org.gongkai.report.report;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.report.access.Operation;
import org.gongkai.report.access.Permits;
import org.gongkai.report.check.Finding;
import org.gongkai.report.request.Answers;
import org.gongkai.report.statement.ReportYear;

/** Yearly reports, assembled on demand. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

    @Inject
    Reports reports;

    @Inject
    Formats formats;

    @GET
    @Path("/{organisation}/{year: [^/.]+}{suffix: (\\.[^/.]+)?}")
    @Produces(MediaType.WILDCARD)
    @Permits(Operation.READ_REPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "The yearly report of an organisation, as counted now")
    @APIResponse(
            responseCode = "200",
            description =
                    "Sections, tables two to four, overview and checks; as page, Word document, workbook or text; as"
                            + " CSV, the cells of the tables",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = YearlyReport.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "406", description = "No such format; the problem names those that there are")
    @APIResponse(responseCode = "422", description = "As PDF: characters that no font has, and where they stand")
    @APIResponse(
            responseCode = "503",
            description = "Not counted up to atLeast, or statistics-service is away; as PDF: too many are under way")
    public Response report(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("suffix") String suffix,
            @QueryParam("atLeast") String atLeast,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context Request request) {
        ReportFormat format = formats.choose(suffix, request);
        ReportFormat.Assembled assembled = reports.live(organisation, ReportYear.of(year), atLeast, authorization);
        return Response.ok(format.render(assembled), format.type())
                .header(Answers.POSITION, assembled.report().position())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    @GET
    @Path("/{organisation}/{year}/checks")
    @Permits(Operation.READ_REPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Every check of the report, with both sides and the cells that it speaks of")
    @APIResponse(
            responseCode = "200",
            description = "The checks",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Finding.class)))
    public Response checks(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @QueryParam("atLeast") String atLeast,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        YearlyReport report = reports.live(organisation, ReportYear.of(year), atLeast, authorization)
                .report();
        List<Finding> findings = report.checks().findings();
        return Response.ok(findings).header(Answers.POSITION, report.position()).build();
    }
}
