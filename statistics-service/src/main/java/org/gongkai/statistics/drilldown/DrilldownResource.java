package org.gongkai.statistics.drilldown;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.statistics.access.Caller;
import org.gongkai.statistics.access.Permits;
import org.gongkai.statistics.lane.Lane;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.organisation.Body;
import org.gongkai.statistics.organisation.Scope;
import org.gongkai.statistics.organisation.TreeOfDay;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;
import org.gongkai.statistics.request.Answers;
import org.gongkai.statistics.request.Parameters;
import org.gongkai.statistics.snapshot.AtLeast;
import org.gongkai.statistics.snapshot.Snapshot;
import org.gongkai.statistics.snapshot.Snapshots;
import org.gongkai.statistics.snapshot.Waiting;
import org.gongkai.statistics.statement.Yuan;
import org.gongkai.statistics.trail.AsOf;
import org.gongkai.statistics.trail.TrailPosition;
import org.gongkai.statistics.trail.Trails;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /statements/{organisation}/{year}/facts}. */
@Path("/statements/{organisation}/{year}/facts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statements")
public class DrilldownResource {

    private final Snapshots snapshots;
    private final Trails trails;
    private final TrailPosition trail;
    private final AtLeast atLeast;
    private final Caller caller;
    private final Clock clock;

    DrilldownResource(
            Snapshots snapshots, Trails trails, TrailPosition trail, AtLeast atLeast, Caller caller, Clock clock) {
        this.snapshots = snapshots;
        this.trails = trails;
        this.trail = trail;
        this.atLeast = atLeast;
        this.caller = caller;
        this.clock = clock;
    }

    /** A page of the facts behind a cell. */
    @GET
    @Permits(org.gongkai.statistics.access.Operation.READ_STATEMENTS)
    @Operation(
            operationId = "factsBehindACell",
            summary = "The facts behind a cell of a statement, page by page; their amounts add up to the cell",
            description =
                    "row and column are the codes of the statement: of applications the row and the type or TOTAL (also"
                            + " the groups REFUSED, UNABLE, NOT_HANDLED, OTHER_HANDLING); RULES and NORMATIVE_DOCS with"
                            + " ISSUED, ABOLISHED, IN_FORCE; LICENSES, PENALTIES, COERCIVE with DECISIONS; FEES with"
                            + " AMOUNT; of disputes the block and its column; PUBLICATIONS with ITEMS or a channel; an"
                            + " indicator with VALUE; PROCESSING_FEES with CASES or AMOUNT. Rows are distinct over all"
                            + " tables. A total lists everything that it adds up; a correction is listed with its sign."
                            + " Of a stock (carried in and out, in force, pending, total of disputes) the records open"
                            + " then are listed, each once. The list is kept apart from the counts and may stand a"
                            + " little behind them: position says where it stands, lag by how many facts, and atLeast"
                            + " waits for it. To read all pages of one moment, send position of the first page as asOf.")
    public RestResponse<FactsPage> facts(
            @PathParam("organisation") String organisation,
            @PathParam("year") String year,
            @Parameter(description = "Row of the cell") @QueryParam("row") String row,
            @Parameter(description = "Column of the cell") @QueryParam("column") String column,
            @Parameter(description = "SUBTREE (default), TIER (a government with its departments) or OWN")
                    @QueryParam("scope")
                    String scope,
            @Parameter(description = "1 to 500, default 50") @QueryParam("limit") String limit,
            @Parameter(description = "Place after which the page begins: next of the page before") @QueryParam("after")
                    String after,
            @Parameter(description = "As it stood at this position, a token, or at this instant") @QueryParam("asOf")
                    String asOf,
            @Parameter(description = "Answer only with facts up to this position at least") @QueryParam("atLeast")
                    String position)
            throws SQLException {
        Map<String, Figure> columns = Objects.requireNonNull(Figures.all().get(oneOf("row", row, Figures.all())));
        Figure figure = Objects.requireNonNull(columns.get(oneOf("column", column, columns)));
        FactsQuery query = new FactsQuery(
                Parameters.organisation("organisation", organisation),
                Parameters.year("year", year),
                row,
                column,
                figure,
                scope == null ? Scope.SUBTREE : Parameters.oneOf("scope", scope, Scope.class),
                Parameters.limit(limit),
                After.parse(after, figure.derived()));
        AsOf moment = AsOf.parse(asOf, clock.instant());
        trail.mustBeKept();
        atLeast.await(position);
        Position counted = snapshots.read(snapshot -> {
            caller.mustReach(organisation, snapshot.treeOfToday());
            if (snapshot.tree().body(organisation) == null) {
                throw Refused.with(Problem.UNKNOWN_ORGANISATION, organisation);
            }
            return snapshot.standing().position();
        });
        trail.atLeast(position);
        if (moment != null) {
            trail.holds(moment);
        }
        return trails.read(
                moment,
                snapshot -> Answers.at(
                        snapshot.standing().position(), page(snapshot, query, moment == null ? counted : null)));
    }

    private static String oneOf(String name, @Nullable String sent, Map<String, ?> codes) {
        if (!codes.containsKey(Parameters.required(name, sent))) {
            throw Refused.parameter(name, "parameter.one-of", String.join(", ", codes.keySet()));
        }
        return Parameters.required(name, sent);
    }

    /**
     * A page.
     *
     * @param counted how far the live counts had come; null where an earlier moment was asked for
     */
    private static FactsPage page(Snapshot snapshot, FactsQuery query, @Nullable Position counted) throws SQLException {
        if (snapshot.tree().body(query.organisation()) == null) {
            throw counted == null
                    ? Refused.with(Problem.UNKNOWN_ORGANISATION, query.organisation())
                    : Waiting.notReached(0);
        }
        List<String> members = members(snapshot, query);
        Behind behind = new Behind(snapshot.connection(), query.figure(), query.year(), members);
        List<Behind.Hit> hits = behind.list(query.after(), query.limit() + 1);
        List<Behind.Hit> shown = hits.subList(0, Math.min(hits.size(), query.limit()));
        return new FactsPage(
                query.organisation(),
                query.year(),
                query.row(),
                query.column(),
                query.scope(),
                amount(query.figure(), behind.sum()),
                snapshot.standing().position().toString(),
                snapshot.asOf(),
                snapshot.isComplete(Set.copyOf(members)),
                counted == null ? 0 : lag(counted, snapshot.standing().position()),
                shown.stream().map(hit -> item(snapshot, query.figure(), hit)).toList(),
                hits.size() > shown.size()
                        ? place(query.figure(), shown.get(shown.size() - 1)).toString()
                        : null);
    }

    private static List<String> members(Snapshot snapshot, FactsQuery query) {
        if (query.figure().headOnly()) {
            return List.of(query.organisation());
        }
        return snapshot.tree().of(query.year(), snapshot.today()).members(query.organisation(), query.scope()).stream()
                .map(TreeOfDay.Member::organisation)
                .toList();
    }

    private static FactsPage.Item item(Snapshot snapshot, Figure figure, Behind.Hit hit) {
        Body body = snapshot.tree().body(hit.organisation());
        return new FactsPage.Item(
                hit.number(),
                hit.record(),
                hit.organisation(),
                body == null ? hit.organisation() : body.attributes().name(),
                hit.day(),
                amount(figure, hit.amount()),
                hit.type(),
                new FactsPage.Place(hit.lane(), hit.position()));
    }

    private static After place(Figure figure, Behind.Hit last) {
        return figure.derived()
                ? new After.Record(last.record(), last.organisation())
                : new After.Fact(last.day(), last.lane(), last.position(), last.ordinal());
    }

    private static Object amount(Figure figure, long amount) {
        return figure.money() ? Yuan.of(amount) : (Object) amount;
    }

    private static long lag(Position counted, Position own) {
        long lag = 0;
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            lag += counted.generation() == own.generation()
                    ? Math.max(0, counted.of(lane) - own.of(lane))
                    : counted.of(lane);
        }
        return lag;
    }
}
