package org.gongkai.statistics.stream;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.statistics.access.Caller;
import org.gongkai.statistics.access.Permits;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;
import org.gongkai.statistics.request.Parameters;
import org.gongkai.statistics.snapshot.AtLeast;
import org.gongkai.statistics.snapshot.Snapshots;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** {@code GET /counts/stream}. */
@Path("/counts/stream")
@Tag(name = "counts")
public class StreamResource {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Snapshots snapshots;
    private final AtLeast atLeast;
    private final Caller caller;
    private final Hub hub;
    private final Clock clock;
    private final CurrentVertxRequest call;

    StreamResource(
            Snapshots snapshots, AtLeast atLeast, Caller caller, Hub hub, Clock clock, CurrentVertxRequest call) {
        this.snapshots = snapshots;
        this.atLeast = atLeast;
        this.caller = caller;
        this.hub = hub;
        this.clock = clock;
        this.call = call;
    }

    /** The figures of a year as they move. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    // Asks a proxy not to gather events before it passes them on.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Permits(org.gongkai.statistics.access.Operation.READ_COUNTS)
    @Operation(
            operationId = "countsStream",
            summary = "The figures of an organisation's statement for a year, and then what changes, as it happens",
            description =
                    "Server-sent events. `snapshot` is the statement as GET /statements answers it without include. `change`"
                            + " is {position, asOf, complete, changes: [{figure, n}]}: figure is the path in the statement, such as"
                            + " applications.NEW_RECEIVED.TOTAL; n is what it is now, never a difference, and null where the"
                            + " statement no longer has it. At most five events a second, the first after quiet at once; what"
                            + " changes in between comes together. `id` is a position: who sends it as Last-Event-ID is told only"
                            + " what changed since, as long as that is remembered, and otherwise a snapshot; a snapshot also comes"
                            + " where the body itself changed. A comment comes after 15 s of silence. The stream ends when the token"
                            + " does, and when the body leaves its subtree.")
    @APIResponse(
            responseCode = "200",
            description = "A stream of events that ends only as described",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> stream(
            @Parameter(description = "Root of the subtree", required = true) @QueryParam("organisation")
                    String organisation,
            @Parameter(description = "Such as 2021", required = true) @QueryParam("year") String year,
            @Parameter(description = "The id of the last event that was heard; one that is not known is as none")
                    @HeaderParam("Last-Event-ID")
                    String lastEventId,
            @Parameter(description = "The same, for callers that can't send the header, which comes first")
                    @QueryParam("lastEventId")
                    String lastEventIdAsParameter,
            @Parameter(description = "Begin only with counts that include this position") @QueryParam("atLeast")
                    String position,
            @Context Sse sse)
            throws SQLException {
        Watch.Key key = new Watch.Key(
                Parameters.organisation("organisation", organisation),
                Parameters.year("year", Parameters.required("year", year)));
        if (!clock.instant().isBefore(caller.grant().until())) {
            // Taken for some seconds after its end, since clocks differ; a stream would end as it begins.
            throw Refused.with(Problem.UNAUTHENTICATED);
        }
        atLeast.await(position);
        snapshots.read(snapshot -> {
            caller.mustReach(key.organisation(), snapshot.treeOfToday());
            return key;
        });
        Connection connection = join(key, position, lastEventId == null ? lastEventIdAsParameter : lastEventId);
        return Multi.createFrom().publisher(connection).map(message -> event(sse, message));
    }

    private Connection join(Watch.Key key, @Nullable String position, @Nullable String lastEventId)
            throws SQLException {
        Position wanted = position == null ? null : Position.parse(position).orElse(null);
        try {
            return hub.join(key, wanted, lastEventId, caller.grant(), line())
                    .orElseThrow(() -> Refused.forNow(Problem.TOO_MANY_STREAMS, RETRY_AFTER_SECONDS));
        } catch (Watch.Gone gone) {
            throw Refused.with(Problem.UNKNOWN_ORGANISATION, key.organisation());
        }
    }

    private Line line() {
        HttpServerResponse response = call.getCurrent().response();
        return new Line() {
            @Override
            public boolean isClosed() {
                return response.closed();
            }

            @Override
            public boolean isOver() {
                return response.ended() || response.closed();
            }

            @Override
            public void cut() {
                response.reset();
            }
        };
    }

    private static OutboundSseEvent event(Sse sse, Message message) {
        OutboundSseEvent.Builder event = sse.newEventBuilder();
        if (message.kind() == Message.Kind.HEARTBEAT) {
            return event.comment("").build();
        }
        return event.name(message.kind().name().toLowerCase(Locale.ROOT))
                .id(message.id())
                .data(message.data())
                .build();
    }
}
