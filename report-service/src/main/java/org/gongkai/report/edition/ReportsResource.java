package org.gongkai.report.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.report.access.Operation;
import org.gongkai.report.access.Permits;
import org.gongkai.report.organisation.Bodies;
import org.gongkai.report.organisation.Reach;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.gongkai.report.report.Reports;
import org.gongkai.report.statement.ReportYear;

/** Who has what of a year, as far as the caller reaches. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {

    private static final int MOST = 500;
    private static final int USUAL = 50;

    @Inject
    Reach reach;

    @Inject
    Reports reports;

    @Inject
    EditionStore store;

    @Inject
    EditionPublications publications;

    @Inject
    Clock clock;

    /** How far a body's report of a year has come. */
    @Schema(name = "ReportStatus")
    enum Status {
        /** Its newest edition is published. */
        @JsonProperty("published")
        PUBLISHED,
        /** An edition is frozen, the newest not published. */
        @JsonProperty("frozen")
        FROZEN,
        /** Counted, not frozen. */
        @JsonProperty("live")
        LIVE,
        /** Nothing counted, nothing confirmed. */
        @JsonProperty("missing")
        MISSING
    }

    /** A page by code; {@code next} goes into {@code after}, and is absent on the last page. */
    @Schema(name = "ReportPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(int year, List<Item> items, String next) {}

    /** A body's report: status, and of the newest edition its number, when it was frozen, when and where published. */
    @Schema(name = "ReportOfBody")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String organisation,
            String name,
            int year,
            Status status,
            Integer edition,
            OffsetDateTime frozenAt,
            LocalDate publishedOn,
            String url) {}

    @GET
    @Permits(Operation.READ_REPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Who has what of a year: live, frozen, published, missing, by code of the body",
            description =
                    "Of the bodies that the caller reaches. A body that was abolished in the year or before is left"
                            + " out, for its figures are in its successor's report.")
    @APIResponse(responseCode = "200", description = "A page")
    public Page reports(
            @QueryParam("year") String year,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @QueryParam("atLeast") String atLeast,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        int wanted = ReportYear.of(String.valueOf(year));
        Bodies bodies = reach.reached(limit(limit), after, atLeast, authorization);
        List<String> codes = bodies.items().stream().map(Bodies.Body::code).toList();
        Map<String, Edition> newest = store.newestOf(codes, wanted).stream()
                .collect(Collectors.toMap(edition -> edition.organisation, Function.identity()));
        List<Item> items = bodies.items().stream()
                .filter(body -> newest.containsKey(body.code()) || body.reports(wanted))
                .map(body -> newest.containsKey(body.code())
                        ? item(body, newest.get(body.code()))
                        : item(body, wanted, authorization))
                .toList();
        return new Page(wanted, items, bodies.next());
    }

    private Item item(Bodies.Body body, int year, String authorization) {
        boolean counted = reports.counted(body.code(), year, null, authorization);
        return new Item(body.code(), body.name(), year, counted ? Status.LIVE : Status.MISSING, null, null, null, null);
    }

    private Item item(Bodies.Body body, Edition edition) {
        EditionPublication publication = publications.of(edition).orElse(null);
        return new Item(
                body.code(),
                body.name(),
                edition.year,
                publication == null ? Status.FROZEN : Status.PUBLISHED,
                edition.number,
                edition.frozenAt.atZone(clock.getZone()).toOffsetDateTime(),
                publication == null ? null : publication.publishedOn,
                publication == null ? null : publication.url);
    }

    private static int limit(String text) {
        try {
            int limit = text == null ? USUAL : Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // refused below, with what to send
        }
        throw new Refusal(ProblemType.INVALID_PARAMETER, "limit", "1–" + MOST);
    }
}
