package org.gongkai.statistics.statement;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.statistics.access.Caller;
import org.gongkai.statistics.access.Permits;
import org.gongkai.statistics.organisation.Body;
import org.gongkai.statistics.organisation.Scope;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;
import org.gongkai.statistics.request.Answers;
import org.gongkai.statistics.request.Parameters;
import org.gongkai.statistics.snapshot.AtLeast;
import org.gongkai.statistics.snapshot.Snapshot;
import org.gongkai.statistics.snapshot.Snapshots;
import org.gongkai.statistics.trail.AsOf;
import org.gongkai.statistics.trail.TrailPosition;
import org.gongkai.statistics.trail.Trails;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code GET /statements/{organisation}/{year}}. */
@Path("/statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statements")
public class StatementResource {

    private final Statements statements;
    private final Snapshots snapshots;
    private final AtLeast atLeast;
    private final Trails trails;
    private final TrailPosition trail;
    private final Caller caller;
    private final Clock clock;

    StatementResource(
            Statements statements,
            Snapshots snapshots,
            AtLeast atLeast,
            Trails trails,
            TrailPosition trail,
            Caller caller,
            Clock clock) {
        this.statements = statements;
        this.snapshots = snapshots;
        this.atLeast = atLeast;
        this.trails = trails;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
    }

    /** Every figure for the year, in one snapshot. */
    @GET
    @Path("{organisation}/{year}")
    @Permits(org.gongkai.statistics.access.Operation.READ_STATEMENTS)
    @Operation(
            operationId = "statement",
            summary = "Every figure of an organisation for a year, from one consistent snapshot",
            description =
                    "Members are those of the tree of 31 December of the year, of today for the running year. A body"
                            + " that was merged counts in its successor from the year of the merger on. With asOf"
                            + " everything is as it stood then: counts, tree and confirmations; asOf and position of the"
                            + " answer are those asked for. A fact that could not be read then and was replayed since is"
                            + " in it.")
    public RestResponse<Statement> statement(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @Parameter(description = "SUBTREE (default), TIER (a government with its departments) or OWN")
                    @QueryParam("scope")
                    String scope,
            @Parameter(
                            description =
                                    "Any of previous, subordinates, levels, own (the body alone), months (received and"
                                            + " decided in each), separated by commas")
                    @QueryParam("include")
                    String include,
            @Parameter(
                            description =
                                    "As the counts stood at this position, a token, or at this instant: nothing that was"
                                            + " recorded after it is in the answer")
                    @QueryParam("asOf")
                    String asOf,
            @Parameter(description = "Answer only with counts that include this position") @QueryParam("atLeast")
                    String position)
            throws SQLException {
        StatementQuery query = new StatementQuery(
                Parameters.organisation("organisation", organisation),
                Parameters.year("year", year),
                scope == null ? Scope.SUBTREE : Parameters.oneOf("scope", scope, Scope.class),
                Parameters.words("include", include, StatementQuery.Include.class));
        AsOf moment = AsOf.parse(asOf, clock.instant());
        atLeast.await(position);
        if (moment == null) {
            return snapshots.read(snapshot -> {
                caller.mustReach(organisation, snapshot.treeOfToday());
                return answer(snapshot, query);
            });
        }
        // Who may read it goes by where the body stands today.
        snapshots.read(snapshot -> {
            caller.mustReach(organisation, snapshot.treeOfToday());
            return organisation;
        });
        trail.holds(moment);
        return trails.read(moment, snapshot -> answer(snapshot, query));
    }

    private RestResponse<Statement> answer(Snapshot snapshot, StatementQuery query) throws SQLException {
        Body body = snapshot.tree().body(query.organisation());
        if (body == null) {
            throw Refused.with(Problem.UNKNOWN_ORGANISATION, query.organisation());
        }
        return Answers.at(snapshot.standing().position(), statements.read(snapshot, query, body));
    }
}
