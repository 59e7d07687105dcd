package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.lifecycle.CaseClock;
import org.gongkai.intake.lifecycle.State;
import org.gongkai.intake.statutoryclock.Deadline;
import org.gongkai.intake.statutoryclock.Derivation;
import org.gongkai.intake.workingday.Calendars;
import org.gongkai.intake.workingday.WorkingDays;

/** When an application is due, and how that came about. */
@Path("/applications/{id}/deadline")
@Produces(MediaType.APPLICATION_JSON)
public class DeadlineResource {

    @Inject
    Cases cases;

    @Inject
    CaseReading reading;

    @Inject
    Calendars calendars;

    /**
     * The due day with its derivation.
     *
     * @param state of the application
     * @param dueOn due day, or the one that it was decided against; null where there is none
     * @param missingCalendar the year whose calendar is missing for it; absent unless one is
     * @param clockStands whether the clock stands without a known end
     * @param workingDays that the reply took; absent while it is open
     * @param timely whether it came in time; likewise
     * @param derivation each clock started, stopped and restarted, each day not counted and why, and the article
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID id,
            String organisation,
            String caseNumber,
            State state,
            @JsonInclude(JsonInclude.Include.ALWAYS) LocalDate dueOn,
            Integer missingCalendar,
            boolean clockStands,
            Integer workingDays,
            Boolean timely,
            List<Derivation> derivation) {}

    @GET
    @Permits(Operation.READ_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "The due day with its derivation: clocks, stops, days that do not count and why, articles")
    @APIResponse(responseCode = "200", description = "The deadline; without a clock while receipt is to be confirmed")
    public Response get(@PathParam("id") String id) {
        WholeCase whole = cases.whole(reading.reached(id));
        DisclosureApplication application = whole.application();
        CaseClock clock = whole.standing().clock();
        WorkingDays days = calendars.loaded().days();
        Deadline deadline = clock.deadline(days);
        Dates dates = application.dates();
        View view = new View(
                application.id(),
                application.content().organisation(),
                application.content().caseNumber(),
                dates.state(),
                deadline.dueOn(),
                deadline.missingCalendar(),
                deadline.stands(),
                dates.workingDays(),
                dates.inTime(),
                clock.derivation(days));
        return Response.ok(view).tag(Long.toString(application.version())).build();
    }
}
