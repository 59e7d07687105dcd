package org.gongkai.report.section;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.report.access.Operation;
import org.gongkai.report.access.Permits;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.gongkai.report.organisation.Reach;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.gongkai.report.prose.Narrative;
import org.gongkai.report.prose.Vocabulary;
import org.gongkai.report.request.Caller;
import org.gongkai.report.statement.ReportYear;
import org.gongkai.report.statement.Statement;
import org.gongkai.report.statement.Statements;

/** The narrative of a report, section by section; 0 is the preamble. */
@Path("/reports/{organisation}/{year}/sections/{number}")
@Produces(MediaType.APPLICATION_JSON)
public class SectionResource {

    private static final Map<String, Vocabulary> VOCABULARIES =
            Forms.all().stream().collect(Collectors.toMap(Form::form, Vocabulary::of));

    @Inject
    SectionStore store;

    @Inject
    Statements statements;

    @Inject
    Reach reach;

    @Inject
    Caller caller;

    @GET
    @Permits(Operation.READ_REPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "A section: as written, and with the figures as counted now")
    @APIResponse(responseCode = "200", description = "The section, the office's or generated")
    @APIResponse(responseCode = "503", description = "Not counted up to atLeast, or statistics-service is away")
    public Response get(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("number") String number,
            @QueryParam("atLeast") String atLeast,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        int wanted = number(number);
        int wantedYear = ReportYear.of(year);
        Form form = Forms.live(wantedYear);
        Statement statement = statements.read(organisation, wantedYear, atLeast, authorization, form);
        SectionText row = store.current(organisation, wantedYear, wanted);
        Narrative narrative = new Narrative(
                form, Figures.of(form, statement), statement, row == null ? Map.of() : Map.of(wanted, row.text));
        Narrative.Section section = narrative.section(wanted);
        SectionView view =
                row == null ? SectionView.generated(section) : SectionView.of(row, section.title(), section.text());
        return Response.ok(view).tag(Long.toString(view.version())).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_SECTIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Put the text of a section, figures as placeholders; the same again changes nothing")
    @APIResponse(responseCode = "200", description = "It stands so, as the version that it names")
    @APIResponse(responseCode = "412", description = "If-Match is not the version that stands")
    @APIResponse(responseCode = "422", description = "No text, one too long, or an unknown placeholder")
    public Response put(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            SectionBody body) {
        int wanted = number(number);
        int wantedYear = ReportYear.of(year);
        reach.require(organisation, authorization);
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        String text =
                body.checked(wanted, VOCABULARIES.get(Forms.live(wantedYear).form()));
        SectionText row = store.put(organisation, wantedYear, wanted, text, ifMatch, caller.name());
        return Response.ok(SectionView.of(row, title(wantedYear, wanted), null))
                .tag(Long.toString(row.version))
                .build();
    }

    @GET
    @Path("/versions")
    @Permits(Operation.READ_REPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Every version that the office wrote of a section, the first one first")
    @APIResponse(responseCode = "200", description = "The versions; none where the office wrote nothing")
    public List<SectionView> versions(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        int wanted = number(number);
        int wantedYear = ReportYear.of(year);
        reach.require(organisation, authorization);
        return store.versions(organisation, wantedYear, wanted).stream()
                .map(row -> SectionView.of(row, title(wantedYear, wanted), null))
                .toList();
    }

    private static String title(int year, int number) {
        return number == 0 ? "" : Forms.live(year).sectionTitle(number);
    }

    private static int number(String text) {
        int last = Forms.FORM_2021.sections().size();
        if (text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '0' + last) {
            return text.charAt(0) - '0';
        }
        throw new Refusal(ProblemType.INVALID_PARAMETER, "number", "0–" + last);
    }
}
