package org.gongkai.report.edition;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.report.access.Operation;
import org.gongkai.report.access.Permits;
import org.gongkai.report.organisation.Reach;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.gongkai.report.report.Reports;
import org.gongkai.report.request.Answers;
import org.gongkai.report.request.Caller;
import org.gongkai.report.statement.PrintedYear;
import org.gongkai.report.statement.ReportYear;

/** Editions of a report: frozen, listed, compared, published, computed again. */
@Path("/reports/{organisation}/{year}/editions")
@Produces(MediaType.APPLICATION_JSON)
public class EditionResource {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");

    @Inject
    Freezing freezing;

    @Inject
    EditionStore store;

    @Inject
    EditionPublications publications;

    @Inject
    Download download;

    @Inject
    Reports reports;

    @Inject
    Reach reach;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @POST
    @Permits(Operation.WRITE_EDITIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Freeze the report as counted now, in every format",
            description = "No body. Sent again it makes no other edition while nothing that is printed has moved:"
                    + " 200 and the newest edition. Under an Idempotency-Key (1 to 255 visible ASCII characters) it is"
                    + " answered with the edition of the first call, also where counts moved since; a refusal is not"
                    + " kept. Two at once never make the same number.")
    @APIResponse(responseCode = "201", description = "The edition, at the address in Location")
    @APIResponse(responseCode = "200", description = "Nothing printed has moved since the newest edition: that one")
    @APIResponse(responseCode = "409", description = "Others froze the same report over and over meanwhile: send again")
    @APIResponse(
            responseCode = "422",
            description = "A blocking check is broken and not waived, each named in violations with its cells; or the"
                    + " statement has facts that could not be read; or the key was sent with another atLeast before")
    @APIResponse(responseCode = "503", description = "Not counted up to atLeast, or statistics-service is away")
    public Response freeze(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @QueryParam("atLeast") String atLeast,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        int wanted = ReportYear.of(year);
        SentKey sent = SentKey.of(idempotencyKey, caller.name(), atLeast);
        if (sent != null) {
            reach.require(organisation, authorization);
        }
        Freezing.Outcome outcome = freezing.freeze(organisation, wanted, atLeast, authorization, caller.name(), sent);
        Edition edition = outcome.edition();
        URI location = URI.create("/reports/" + organisation + "/" + edition.year + "/editions/" + edition.number);
        Response.ResponseBuilder response =
                outcome.made() ? Response.created(location) : Response.ok().location(location);
        return response.entity(view(edition))
                .header(Answers.POSITION, edition.position)
                .build();
    }

    @GET
    @Permits(Operation.READ_REPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "The editions of a report, the first one first, each with its files and their SHA-256")
    @APIResponse(responseCode = "200", description = "The editions; none where nothing was frozen")
    public List<EditionView> list(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        int wanted = ReportYear.of(year);
        reach.require(organisation, authorization);
        return store.all(organisation, wanted).stream().map(this::view).toList();
    }

    @GET
    @Path("/{number: [^/.]+}{suffix: (\\.[^/.]+)?}")
    @Produces(MediaType.WILDCARD)
    @Permits(Operation.READ_REPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "An edition as it was frozen, in the format that the suffix or Accept names",
            description =
                    "The same bytes for ever. ETag is their SHA-256 in hexadecimal, Repr-Digest (RFC 9530) the same"
                            + " in base 64; they are compared with the bytes before these are sent. application/json is the"
                            + " frozen report; what an edition is made of stands in its manifest.")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "304", description = "The caller has it: If-None-Match is its SHA-256")
    @APIResponse(responseCode = "404", description = "There is no such edition")
    @APIResponse(responseCode = "406", description = "It was not frozen in that format; the problem names those it was")
    @APIResponse(responseCode = "500", description = "What is stored is not what was frozen; it is not sent")
    public Response file(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("number") String number,
            @PathParam("suffix") String suffix,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context Request request) {
        return download.of(edition(organisation, year, number, authorization), suffix, request);
    }

    @GET
    @Path("/{number}/manifest")
    @Permits(Operation.READ_REPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "An edition in words: who froze it, when, from what, and the SHA-256 of each file")
    @APIResponse(responseCode = "200", description = "As the answer to the call that froze it")
    @APIResponse(responseCode = "404", description = "There is no such edition")
    public EditionView manifest(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return view(edition(organisation, year, number, authorization));
    }

    @GET
    @Path("/{number}/changes")
    @Permits(Operation.READ_REPORTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary =
                    "Which printed cells and texts moved since the edition before, with the text of an erratum (更正说明)")
    @APIResponse(responseCode = "200", description = "All that differ and no other; none of the first edition")
    @APIResponse(responseCode = "404", description = "There is no such edition")
    public Changes changes(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Edition edition = edition(organisation, year, number, authorization);
        if (edition.number == 1) {
            return Changes.first(edition.number);
        }
        Edition before = store.one(organisation, edition.year, edition.number - 1);
        return Changes.between(
                before.number,
                store.model(before),
                edition.number,
                store.model(edition),
                DAY.format(before.frozenAt.atZone(clock.getZone())));
    }

    @POST
    @Path("/{number}/publication")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_EDITIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Say where and when an edition was published; the same again changes nothing")
    @APIResponse(responseCode = "200", description = "The edition with its publication")
    @APIResponse(responseCode = "409", description = "Another publication is recorded, and the problem says which")
    @APIResponse(responseCode = "422", description = "A day that is none or lies ahead, or no address")
    public EditionView publish(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            PublicationBody body) {
        Edition edition = edition(organisation, year, number, authorization);
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        publications.say(edition, body.checked(LocalDate.now(clock)), caller.name());
        return view(edition);
    }

    @GET
    @Path("/{number}/recomputation")
    @Permits(Operation.WRITE_EDITIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Compute an edition's figures again from the facts that it counted, and compare")
    @APIResponse(responseCode = "200", description = "Whether they are equal, and those that are not")
    @APIResponse(responseCode = "409", description = "statistics-service cannot go back to its position")
    @APIResponse(responseCode = "503", description = "statistics-service is away, or its trail not that far yet")
    public Recomputation recompute(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Edition edition = edition(organisation, year, number, authorization);
        PrintedYear before = edition.yearBefore == null
                ? null
                : store.printed(store.one(organisation, edition.year - 1, edition.yearBefore));
        return Recomputation.of(
                edition.number,
                edition.position,
                store.model(edition).figures(),
                FrozenFigure.all(reports.asOf(organisation, edition.year, edition.position, before, authorization)));
    }

    /** Whether the caller reaches the body comes first, so that nobody learns what others have. */
    private Edition edition(String organisation, String year, String number, String authorization) {
        int wantedYear = ReportYear.of(year);
        int wanted = EditionNumber.of(number);
        reach.require(organisation, authorization);
        return store.one(organisation, wantedYear, wanted);
    }

    private EditionView view(Edition edition) {
        return EditionView.of(
                edition,
                store.files(edition),
                store.signature(edition).orElse(null),
                publications.of(edition).orElse(null),
                store.waived(edition),
                clock.getZone());
    }
}
