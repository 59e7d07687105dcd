package org.gongkai.intake.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.problem.PageLimit;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Violation;

/** The register of bodies. */
@Path("/organisations")
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationResource {

    @Inject
    Register register;

    @Inject
    Subtree subtree;

    @Inject
    Caller caller;

    @Inject
    Journal journal;

    @Inject
    Clock clock;

    @Inject
    OrganisationPages pages;

    @PUT
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_ORGANISATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Register a body, or put it as it now stands; the same again changes nothing")
    @APIResponse(responseCode = "201", description = "Registered")
    @APIResponse(responseCode = "200", description = "It stands so")
    public Response put(
            @PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, OrganisationBody body) {
        OrganisationBody clean = given(body).checked(code);
        boolean known = pages.exists(code);
        if (known) {
            subtree.require(code);
        }
        if (!known || !Objects.equals(clean.parent(), pages.newestParent(code))) {
            requirePlace(clean.parent());
        }
        return answer(register.put(code, clean, ifMatch, caller.subject()));
    }

    /** A place below a body is given by who reaches that body; the place of a root, by who reaches everything. */
    private void requirePlace(String parent) {
        if (parent == null ? !caller.reachesEverything() : !subtree.reaches(parent)) {
            throw new Refusal(ProblemType.OUTSIDE_SUBTREE);
        }
    }

    @POST
    @Path("/{code}/abolition")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_ORGANISATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Abolish a body from a day on; its cells count for its successor from that year on")
    @APIResponse(responseCode = "200", description = "It is abolished so")
    public Response abolish(
            @PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, AbolitionBody body) {
        subtree.require(code);
        AbolitionBody clean = given(body);
        if (clean.since() == null) {
            throw Refusal.of(List.of(new Violation("since", "required")));
        }
        if (clean.successor() != null) {
            if (!OrganisationBody.isCode(clean.successor())) {
                throw Refusal.of(List.of(new Violation("successor", "code")));
            }
            subtree.require(clean.successor());
        }
        return answer(register.abolish(code, clean.since(), clean.successor(), ifMatch, caller.subject()));
    }

    @GET
    @Path("/{code}")
    @Transactional
    @Permits(Operation.READ_ORGANISATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "A body as it stands today")
    @APIResponse(responseCode = "200", description = "The body")
    public Response get(@PathParam("code") String code) {
        subtree.require(code);
        Organisation row = Organisation.findById(code);
        if (row == null) {
            throw new Refusal(ProblemType.NOT_FOUND);
        }
        return Response.ok(register.view(row)).tag(Long.toString(row.version)).build();
    }

    @GET
    @Transactional
    @Permits(Operation.READ_ORGANISATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "The bodies that the caller reaches, by code")
    public Page list(@QueryParam("limit") String limit, @QueryParam("after") String after) {
        int most = PageLimit.of(limit);
        List<OrganisationView> items = new ArrayList<>();
        for (String code : pages.codes(caller.claim(), caller.reachesEverything(), after, most + 1)) {
            Organisation row = Organisation.findById(code);
            items.add(register.view(row));
        }
        String next = items.size() > most ? items.get(most - 1).code() : null;
        return new Page(items.subList(0, Math.min(most, items.size())), next);
    }

    private Response answer(Register.Written written) {
        journal.committed();
        Position position = written.position();
        return (written.created()
                        ? Response.created(
                                URI.create("/organisations/" + written.view().code()))
                        : Response.ok())
                .entity(written.view())
                .tag(Long.toString(written.version()))
                .header(Position.HEADER, position.token())
                .build();
    }

    private static <T> T given(T body) {
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        return body;
    }

    /**
     * The end of a body.
     *
     * @param since first day on which it is no more
     * @param successor the body that goes on with its duties; absent: none
     */
    public record AbolitionBody(LocalDate since, String successor) {}

    /** A page of bodies; {@code next} is what to ask for as {@code after}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<OrganisationView> items, String next) {}
}
