package org.gongkai.statistics.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.statistics.access.Caller;
import org.gongkai.statistics.access.Permits;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;
import org.gongkai.statistics.request.Answers;
import org.gongkai.statistics.request.Parameters;
import org.gongkai.statistics.snapshot.AtLeast;
import org.gongkai.statistics.snapshot.Snapshot;
import org.gongkai.statistics.snapshot.Snapshots;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /organisations}: the tree as counted. */
@Path("/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisations")
public class OrganisationResource {

    private final Snapshots snapshots;
    private final AtLeast atLeast;
    private final Caller caller;

    OrganisationResource(Snapshots snapshots, AtLeast atLeast, Caller caller) {
        this.snapshots = snapshots;
        this.atLeast = atLeast;
        this.caller = caller;
    }

    /** A page of organisations by code. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OrganisationPage")
    public record Page(
            List<OrganisationView> items, @Nullable String next) {}

    /** All organisations, page by page. */
    @GET
    @Permits(org.gongkai.statistics.access.Operation.READ_ORGANISATIONS)
    @Operation(
            operationId = "organisations",
            summary = "The organisations that the caller reaches, as counted, by code")
    public RestResponse<Page> list(
            @Parameter(description = "1 to 500, default 50") @QueryParam("limit") String limit,
            @Parameter(description = "Code after which the page begins: next of the page before") @QueryParam("after")
                    String after,
            @Parameter(description = "Answer only with counts that include this position") @QueryParam("atLeast")
                    String position)
            throws SQLException {
        int size = Parameters.limit(limit);
        String begin = after == null ? "" : Parameters.organisation("after", after);
        atLeast.await(position);
        return snapshots.read(snapshot -> Answers.at(snapshot.standing().position(), page(snapshot, begin, size)));
    }

    /** One organisation with its places and what stands right under it. */
    @GET
    @Path("{code}")
    @Permits(org.gongkai.statistics.access.Operation.READ_ORGANISATIONS)
    @Operation(operationId = "organisation", summary = "One organisation as counted, with its places and its children")
    public RestResponse<OrganisationView> one(
            @PathParam("code") String code,
            @Parameter(description = "Answer only with counts that include this position") @QueryParam("atLeast")
                    String position)
            throws SQLException {
        Parameters.organisation("code", code);
        atLeast.await(position);
        return snapshots.read(snapshot -> {
            caller.mustReach(code, snapshot.treeOfToday());
            Body body = snapshot.tree().body(code);
            if (body == null) {
                throw Refused.with(Problem.UNKNOWN_ORGANISATION, code);
            }
            return Answers.at(snapshot.standing().position(), OrganisationView.of(body, snapshot.treeOfToday(), true));
        });
    }

    private Page page(Snapshot snapshot, String after, int size) {
        TreeOfDay today = snapshot.treeOfToday();
        List<Body> following = snapshot.tree().bodies().tailMap(after, false).values().stream()
                .filter(body -> caller.reaches(body.code(), today))
                .limit(size + 1L)
                .toList();
        return new Page(
                following.stream()
                        .limit(size)
                        .map(body -> OrganisationView.of(body, today, false))
                        .toList(),
                following.size() > size ? following.get(size - 1).code() : null);
    }
}
