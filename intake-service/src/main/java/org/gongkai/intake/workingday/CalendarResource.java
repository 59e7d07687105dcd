package org.gongkai.intake.workingday;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.journal.Positions;
import org.gongkai.intake.organisation.VersionTag;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.workingday.CalendarTable.Kept;
import org.gongkai.intake.workingday.CalendarTable.Newest;

/** The working-day calendar, year by year. */
@Path("/calendar/{year}")
@Produces(MediaType.APPLICATION_JSON)
public class CalendarResource {

    @Inject
    CalendarTable table;

    @Inject
    Calendars calendars;

    @Inject
    Redating redating;

    @Inject
    Caller caller;

    @Inject
    Journal journal;

    @GET
    @Permits(Operation.READ_CALENDAR)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "A year of the working-day calendar")
    @APIResponse(responseCode = "200", description = "Its notice, and every day that the notice names")
    @APIResponse(responseCode = "404", description = "Its notice is not loaded; it is never guessed")
    public Response get(@PathParam("year") String year) {
        int wanted = Parameters.year(year);
        Newest newest = table.read();
        Kept kept = newest.year(wanted)
                .orElseThrow(() -> new Refusal(
                        ProblemType.CALENDAR_NOT_LOADED,
                        wanted,
                        newest.years().stream()
                                .map(loaded -> Integer.toString(loaded.year().year()))
                                .collect(Collectors.joining(", "))));
        return Response.ok(view(newest, kept, null))
                .tag(Long.toString(kept.version()))
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_CALENDAR)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Load the notice of a year, or change it; open applications are dated anew")
    @APIResponse(responseCode = "200", description = "It stands so; says which applications moved")
    @APIResponse(responseCode = "403", description = "The calendar is everybody's: the token must reach everybody")
    public Response put(
            @PathParam("year") String year, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CalendarBody body) {
        if (!caller.reachesEverything()) {
            throw new Refusal(ProblemType.OUTSIDE_SUBTREE);
        }
        int wanted = Parameters.year(year);
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        CalendarYear clean = body.checked(wanted, journal.today());
        return redating.alone(true, () -> changed(clean, ifMatch)).orElseThrow();
    }

    private Response changed(CalendarYear clean, String ifMatch) {
        Newest newest = table.keep(List.of(clean), caller.subject(), now -> {
            VersionTag.require(
                    ifMatch, now.year(clean.year()).map(Kept::version).orElse(0L));
            CalendarBody.requireLikely(clean, now.with(clean));
        });
        calendars.take(newest);
        Redating.Pass pass = redating.pass(caller.subject());
        Kept kept = newest.year(clean.year()).orElseThrow();
        Positions positions = pass.moved() > 0 ? pass.positions() : new Positions(journal.generation(), Map.of());
        return Response.ok(view(newest, kept, pass))
                .tag(Long.toString(kept.version()))
                .header(Position.HEADER, positions.token())
                .build();
    }

    private static CalendarView view(Newest newest, Kept kept, Redating.Pass pass) {
        CalendarYear year = kept.year();
        return new CalendarView(
                year.year(),
                year.notice(),
                WorkingDays.of(newest.years().stream().map(Kept::year).toList()).count(year.year()),
                year.days(),
                pass == null ? null : pass.listed(),
                pass == null ? null : pass.moved());
    }
}
