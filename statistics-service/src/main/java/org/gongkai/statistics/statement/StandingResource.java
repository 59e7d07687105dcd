package org.gongkai.statistics.statement;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.statistics.access.Caller;
import org.gongkai.statistics.access.Permits;
import org.gongkai.statistics.organisation.Body;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;
import org.gongkai.statistics.request.Answers;
import org.gongkai.statistics.request.Parameters;
import org.gongkai.statistics.snapshot.AtLeast;
import org.gongkai.statistics.snapshot.Snapshots;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code GET /organisations/{code}/standing}. */
@Path("/organisations/{code}/standing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisations")
public class StandingResource {

    private final Snapshots snapshots;
    private final SideBySides sideBySides;
    private final AtLeast atLeast;
    private final Caller caller;

    StandingResource(Snapshots snapshots, SideBySides sideBySides, AtLeast atLeast, Caller caller) {
        this.snapshots = snapshots;
        this.sideBySides = sideBySides;
        this.atLeast = atLeast;
        this.caller = caller;
    }

    /** The subordinates side by side, in one snapshot. */
    @GET
    @Permits(org.gongkai.statistics.access.Operation.READ_STANDING)
    @Operation(
            operationId = "standing",
            summary = "How an organisation and its direct subordinates stand in a year, side by side",
            description =
                    "The organisation itself, alone, and each direct subordinate with everything below it, in order of their"
                            + " codes; `total` is all of them, the subtree. Subordinates are those of the tree of 31 December"
                            + " of the year, of today for the running year; a body that was merged counts in its successor."
                            + " `open` are applications carried out of the year; `overdue` those still open now whose due day"
                            + " is over and not after 31 December of the year. Median and 90th percentile are of working days"
                            + " used by what was decided in the year, by nearest rank; they and `shareInTimePercent` are absent"
                            + " where nothing was decided of which they are known.")
    public RestResponse<SideBySide> standing(
            @PathParam("code") String code,
            @Parameter(description = "Such as 2021", required = true) @QueryParam("year") String year,
            @Parameter(description = "Answer only with counts that include this position") @QueryParam("atLeast")
                    String position)
            throws SQLException {
        Parameters.organisation("code", code);
        int asked = Parameters.year("year", Parameters.required("year", year));
        atLeast.await(position);
        return snapshots.read(snapshot -> {
            caller.mustReach(code, snapshot.treeOfToday());
            Body body = snapshot.tree().body(code);
            if (body == null) {
                throw Refused.with(Problem.UNKNOWN_ORGANISATION, code);
            }
            return Answers.at(snapshot.standing().position(), sideBySides.read(snapshot, body, asked));
        });
    }
}
