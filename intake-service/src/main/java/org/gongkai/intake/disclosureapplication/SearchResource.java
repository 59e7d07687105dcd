package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.lifecycle.ApplicantType;
import org.gongkai.intake.lifecycle.Outcome;
import org.gongkai.intake.lifecycle.State;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.problem.PageLimit;
import org.gongkai.intake.problem.Parameters;

/** Applications found by their properties; personal data are masked in lists, for the body that holds them too. */
@Path("/applications")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    private static final int MOST_Q = 100;

    @Inject
    ApplicationSearch search;

    @Inject
    CaseReading reading;

    @Inject
    Subtree subtree;

    @Inject
    Caller caller;

    @Inject
    Journal journal;

    @GET
    @Permits(Operation.READ_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Applications of a subtree, in the order in which they were recorded",
            description =
                    "All conditions hold together. organisation: this body and those below it. year, receivedFrom,"
                            + " receivedTo: the day of receipt, both days included. overdue: open, and due before today (or not so)."
                            + " dueBefore: open, and due before that day. caseNumber: the whole number. q: each of its words stands in"
                            + " the case number, or, for the recorder's own body, each stands in the text of the request; with q a page"
                            + " may be shorter than limit and still have a next. Voided applications are left out.")
    @APIResponse(responseCode = "200", description = "A page; next is to be sent as after")
    public Page list(
            @QueryParam("organisation") String organisation,
            @QueryParam("state") String state,
            @QueryParam("year") String year,
            @QueryParam("receivedFrom") String receivedFrom,
            @QueryParam("receivedTo") String receivedTo,
            @QueryParam("outcome") String outcome,
            @QueryParam("applicantType") String applicantType,
            @QueryParam("overdue") String overdue,
            @QueryParam("dueBefore") String dueBefore,
            @QueryParam("caseNumber") String caseNumber,
            @QueryParam("q") String q,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        if (organisation != null) {
            subtree.require(organisation);
        }
        String own = caller.reachesEverything() ? null : caller.claim();
        ApplicationSearch.Found found = search.find(
                new ApplicationSearch.Wanted(
                        organisation == null ? own : organisation,
                        Parameters.code("state", state, State.class),
                        Parameters.year(year),
                        Parameters.day("receivedFrom", receivedFrom),
                        Parameters.day("receivedTo", receivedTo),
                        Parameters.code("outcome", outcome, Outcome.class),
                        Parameters.code("applicantType", applicantType, ApplicantType.class),
                        Parameters.flag("overdue", overdue),
                        Parameters.day("dueBefore", dueBefore),
                        Parameters.text("caseNumber", caseNumber, MOST_Q),
                        Parameters.text("q", q, MOST_Q),
                        Parameters.after(after),
                        PageLimit.of(limit)),
                journal.today());
        return new Page(
                reading.views(found.applications()),
                found.next() == null ? null : found.next().toString());
    }

    /** A page of applications; {@code next} is what to ask for as {@code after}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<ApplicationView> items, String next) {}
}
