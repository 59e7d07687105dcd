package org.gongkai.statistics.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.statistics.access.Permits;
import org.gongkai.statistics.consumption.Journal;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;
import org.gongkai.statistics.request.Answers;
import org.gongkai.statistics.request.Parameters;
import org.gongkai.statistics.snapshot.AtLeast;
import org.gongkai.statistics.snapshot.Snapshots;
import org.gongkai.statistics.unreadable.UnreadableFact;
import org.gongkai.statistics.unreadable.UnreadableTable;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /unreadable-facts} and {@code POST /unreadable-facts/{id}/replay}. */
@Path("/unreadable-facts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "unreadable facts")
public class UnreadableFactResource {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Snapshots snapshots;
    private final AtLeast atLeast;
    private final Replay replay;

    UnreadableFactResource(Snapshots snapshots, AtLeast atLeast, Replay replay) {
        this.snapshots = snapshots;
        this.atLeast = atLeast;
        this.replay = replay;
    }

    /** A page of unreadable facts, oldest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UnreadableFactPage")
    public record Page(
            List<UnreadableFactView> items, @Nullable UUID next) {}

    /** Facts that could not be read and wait to be replayed. */
    @GET
    @Permits(org.gongkai.statistics.access.Operation.READ_UNREADABLE_FACTS)
    @Operation(operationId = "unreadableFacts", summary = "Facts that could not be read, whole, with the reason")
    public RestResponse<Page> list(
            @Parameter(description = "1 to 500, default 50") @QueryParam("limit") String limit,
            @Parameter(description = "Id after which the page begins: next of the page before") @QueryParam("after")
                    String after,
            @Parameter(description = "Answer only with counts that include this position") @QueryParam("atLeast")
                    String position)
            throws SQLException {
        int size = Parameters.limit(limit);
        UUID begin = after == null ? null : Parameters.id("after", after);
        atLeast.await(position);
        return snapshots.read(snapshot -> {
            List<UnreadableFact> facts = UnreadableTable.list(snapshot.connection(), begin, size + 1);
            boolean more = facts.size() > size;
            return Answers.at(
                    snapshot.standing().position(),
                    new Page(
                            facts.stream()
                                    .limit(size)
                                    .map(UnreadableFactView::of)
                                    .toList(),
                            more ? facts.get(size - 1).id() : null));
        });
    }

    /** Reads one again: counts it and takes it off the list, or says why it still can't be read. */
    @POST
    @Path("{id}/replay")
    @Permits(org.gongkai.statistics.access.Operation.REPLAY_UNREADABLE_FACTS)
    @Operation(
            operationId = "replayUnreadableFact",
            summary = "Reads an unreadable fact again",
            description =
                    "200: it was counted and is off the list; likewise a record without a number once every published"
                            + " fact is counted, as it can't be one that is missing. 422: it stays, with the reason.")
    public RestResponse<Replayed.Answer> replay(@PathParam("id") String id) throws SQLException {
        Replayed replayed;
        try {
            replayed = replay.replay(Parameters.id("id", id));
        } catch (Journal.Unreachable unreachable) {
            throw Refused.forNow(Problem.JOURNAL_UNAVAILABLE, RETRY_AFTER_SECONDS, unreachable.getMessage());
        }
        if (replayed instanceof Replayed.Settled settled) {
            return Answers.at(settled.position(), settled.answer());
        }
        throw replayed instanceof Replayed.StillUnreadable still
                ? Refused.with(Problem.STILL_UNREADABLE, still.reason())
                : Refused.with(Problem.UNKNOWN_UNREADABLE_FACT, id);
    }
}
