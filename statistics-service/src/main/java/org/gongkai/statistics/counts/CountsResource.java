package org.gongkai.statistics.counts;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.statistics.access.Caller;
import org.gongkai.statistics.access.Permits;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.organisation.Scope;
import org.gongkai.statistics.organisation.TreeOfDay.Member;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;
import org.gongkai.statistics.request.Answers;
import org.gongkai.statistics.snapshot.AtLeast;
import org.gongkai.statistics.snapshot.Snapshot;
import org.gongkai.statistics.snapshot.Snapshots;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code GET /counts}. */
@Path("/counts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "counts")
public class CountsResource {

    private final Snapshots snapshots;
    private final AtLeast atLeast;
    private final Caller caller;

    CountsResource(Snapshots snapshots, AtLeast atLeast, Caller caller) {
        this.snapshots = snapshots;
        this.atLeast = atLeast;
        this.caller = caller;
    }

    /** Counts of a subtree along dimensions. */
    @GET
    @Permits(org.gongkai.statistics.access.Operation.READ_COUNTS)
    @Operation(
            operationId = "counts",
            summary = "Counts of a subtree over months, broken down by dimensions",
            description =
                    "The subtree is the one that statements of the year of `to` go by: the tree of its 31 December,"
                            + " of today for the running year; so the counts of a year add up to its statement. A merged body"
                            + " appears as its successor. Combinations that do not occur, or add up to 0, have no row: whether"
                            + " an indicator was reported is told by INDICATOR_REPORTS. Amounts are whole fen. Indicators"
                            + " count in December; one that does not add up (docs/contracts/indicators.json, OWN) should be"
                            + " asked for by organisation. DECIDED_IN and DECIDED_ON_TIME are of what was decided in a"
                            + " month and of which working days (more than 999 as 999), and whether in time, are known;"
                            + " DUE are applications open now, in the month that they are due in.")
    public RestResponse<Counts> counts(
            @Parameter(description = "Root of the subtree", required = true) @QueryParam("organisation")
                    String organisation,
            @Parameter(description = "First month such as 2021-01, or a whole year such as 2021", required = true)
                    @QueryParam("from")
                    String from,
            @Parameter(description = "Last month, or a whole year", required = true) @QueryParam("to") String to,
            @Parameter(
                            required = true,
                            description =
                                    "What is counted; several, such as measure=RECEIVED&measure=DECIDED, come as rows"
                                            + " that begin with `measure`, in alphabetical order",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Measure.class),
                            explode = Explode.TRUE)
                    @QueryParam("measure")
                    List<String> measures,
            @Parameter(
                            description =
                                    "Any of organisation, level, month; applicantType (RECEIVED, DECIDED), outcome"
                                            + " (DECIDED), channel (RECEIVED, PUBLICATIONS), workingDays (DECIDED_IN), dueDay (DUE), category"
                                            + " (documents, decisions, disputes, indicators and DECIDED_ON_TIME;"
                                            + " conclusions as REVIEW.UPHELD), separated by commas; each must be one of"
                                            + " every measure")
                    @QueryParam("by")
                    String by,
            @Parameter(description = "Answer only with counts that include this position") @QueryParam("atLeast")
                    String position)
            throws SQLException {
        CountsQuery query = CountsQuery.read(organisation, from, to, measures, by);
        atLeast.await(position);
        return snapshots.read(snapshot -> {
            caller.mustReach(query.organisation(), snapshot.treeOfToday());
            if (snapshot.tree().body(query.organisation()) == null) {
                throw Refused.with(Problem.UNKNOWN_ORGANISATION, query.organisation());
            }
            return Answers.at(snapshot.standing().position(), read(snapshot, query));
        });
    }

    private static Counts read(Snapshot snapshot, CountsQuery query) throws SQLException {
        List<Member> members =
                snapshot.tree().of(query.to().getYear(), snapshot.today()).members(query.organisation(), Scope.SUBTREE);
        return new Counts(
                query.organisation(),
                query.from().toString(),
                query.to().toString(),
                query.ofSeveral() ? null : query.measures().first(),
                query.ofSeveral() ? query.measures() : null,
                snapshot.asOf(),
                snapshot.standing().position().toString(),
                snapshot.isComplete(members.stream().map(Member::organisation).collect(Collectors.toSet())),
                CountsCells.read(snapshot.connection(), query, members));
    }
}
