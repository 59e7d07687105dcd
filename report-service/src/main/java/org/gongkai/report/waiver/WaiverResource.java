package org.gongkai.report.waiver;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.report.access.Operation;
import org.gongkai.report.access.Permits;
import org.gongkai.report.check.Rule;
import org.gongkai.report.organisation.Reach;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.gongkai.report.request.Caller;
import org.gongkai.report.statement.ReportYear;

/** The waiver of a rule for a report: the rule may be broken, and does not stop the report. */
@Path("/reports/{organisation}/{year}/checks/{rule}/waiver")
@Produces(MediaType.APPLICATION_JSON)
public class WaiverResource {

    @Inject
    Waivers waivers;

    @Inject
    Reach reach;

    @Inject
    Caller caller;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WAIVE_CHECKS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Waive a rule with a reason, under the caller's name; the same again changes nothing")
    @APIResponse(responseCode = "200", description = "It stands so, as the version that it names")
    @APIResponse(responseCode = "412", description = "If-Match is not the version that stands")
    @APIResponse(responseCode = "422", description = "No reason, or one too long")
    public Response put(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("rule") String rule,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            WaiverBody body) {
        Rule wanted = rule(rule);
        int wantedYear = ReportYear.of(year);
        reach.require(organisation, authorization);
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        return answer(waivers.put(organisation, wantedYear, wanted, body.checked(), ifMatch, caller.name()));
    }

    @DELETE
    @Permits(Operation.WAIVE_CHECKS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Take a waiver back; where none stands nothing changes")
    @APIResponse(responseCode = "204", description = "The rule is not waived")
    @APIResponse(responseCode = "412", description = "If-Match is not the version that stands")
    public void takeBack(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("rule") String rule,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Rule wanted = rule(rule);
        int wantedYear = ReportYear.of(year);
        reach.require(organisation, authorization);
        waivers.put(organisation, wantedYear, wanted, null, ifMatch, caller.name());
    }

    @GET
    @Permits(Operation.READ_REPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "The waiver of a rule that stands")
    @APIResponse(responseCode = "200", description = "The waiver")
    @APIResponse(responseCode = "404", description = "The rule is not waived")
    public Response get(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("rule") String rule,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Rule wanted = rule(rule);
        int wantedYear = ReportYear.of(year);
        reach.require(organisation, authorization);
        WaiverVersion row = waivers.current(organisation, wantedYear, wanted);
        if (row == null || row.reason == null) {
            throw new Refusal(ProblemType.NOT_FOUND);
        }
        return answer(row);
    }

    @GET
    @Path("/versions")
    @Permits(Operation.READ_REPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Every version of a rule's waiver, the first one first, those that took it back as well")
    @APIResponse(responseCode = "200", description = "The versions; none where the rule was never waived")
    public List<WaiverView> versions(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("rule") String rule,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Rule wanted = rule(rule);
        int wantedYear = ReportYear.of(year);
        reach.require(organisation, authorization);
        return waivers.versions(organisation, wantedYear, wanted).stream()
                .map(WaiverView::of)
                .toList();
    }

    private static Response answer(WaiverVersion row) {
        return Response.ok(WaiverView.of(row)).tag(Long.toString(row.version)).build();
    }

    private static Rule rule(String code) {
        return Rule.of(code)
                .orElseThrow(() -> new Refusal(
                        ProblemType.INVALID_PARAMETER,
                        "rule",
                        Stream.of(Rule.values()).map(Rule::code).collect(Collectors.joining(", "))));
    }
}
