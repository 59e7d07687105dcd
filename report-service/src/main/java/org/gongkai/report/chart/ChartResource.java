package org.gongkai.report.chart;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.report.access.Operation;
import org.gongkai.report.access.Permits;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.gongkai.report.request.Answers;
import org.gongkai.report.section.Narratives;
import org.gongkai.report.statement.ReportYear;
import org.gongkai.report.statement.Statement;
import org.gongkai.report.statement.Statements;

/** The charts of a report by themselves. */
@Path("/reports/{organisation}/{year}/charts")
public class ChartResource {

    private static final String SVG = "image/svg+xml";

    @Inject
    Statements statements;

    @Inject
    Narratives narratives;

    @GET
    @Path("/{name: [^/.]+}.svg")
    @Produces(SVG)
    @Permits(Operation.READ_REPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "A chart of section one: channels, levels, outcomes, applicants, months or year-on-year")
    @APIResponse(responseCode = "200", description = "SVG with real text")
    public Response chart(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("name") String name,
            @QueryParam("atLeast") String atLeast,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        int wantedYear = ReportYear.of(year);
        Form form = Forms.live(wantedYear);
        Statement statement = statements.read(organisation, wantedYear, atLeast, authorization, form);
        Figures figures = Figures.of(form, statement);
        Charts charts = new Charts(form, figures, narratives.of(form, statement, figures));
        return charts.find(name)
                .map(chart -> Response.ok(chart.svg(), SVG + ";charset=UTF-8")
                        .header(Answers.POSITION, statement.position())
                        .build())
                .orElseThrow(() -> new Refusal(
                        ProblemType.INVALID_PARAMETER,
                        "name",
                        charts.all().stream().map(chart -> chart.name()).toList()));
    }
}
