package org.gongkai.intake.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/** The facts as published, for a consumer whose Kafka has lost some or all. */
@Path("/journal")
@Produces(MediaType.APPLICATION_JSON)
public class JournalResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    @Inject
    Journal journal;

    @GET
    @Permits(org.gongkai.intake.access.Operation.READ_JOURNAL)
    @Operation(summary = "The facts of a lane after a position, in order, as CloudEvents")
    public Page read(
            @QueryParam("lane") String lane, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        int wantedLane = (int) number("lane", lane, -1, 0, Lane.COUNT - 1);
        long wantedAfter = number("after", after, 0, 0, Long.MAX_VALUE);
        int wantedLimit = (int) number("limit", limit, DEFAULT_LIMIT, 1, MAX_LIMIT);
        int generation = journal.generation();
        List<JournalRow> rows = journal.read(wantedLane, wantedAfter, wantedLimit);
        Long next = rows.size() == wantedLimit ? rows.get(rows.size() - 1).position() : null;
        return new Page(generation, rows.stream().map(Item::of).toList(), next);
    }

    @GET
    @Path("/lanes")
    @Permits(org.gongkai.intake.access.Operation.READ_JOURNAL)
    @Operation(summary = "The head of each lane, and up to where Kafka has acknowledged it")
    public Lanes lanes() {
        return new Lanes(journal.generation(), journal.heads());
    }

    private static long number(String name, String text, long absent, long least, long most) {
        if (text == null && absent >= least) {
            return absent;
        }
        try {
            long value = Long.parseLong(String.valueOf(text));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, with what to send
        }
        throw new Refusal(ProblemType.INVALID_PARAMETER, name, least + "–" + most);
    }

    /**
     * Facts of a lane.
     *
     * @param generation the journal's present generation
     * @param items in order
     * @param next what to ask for as {@code after}, where there may be more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(int generation, List<Item> items, Long next) {}

    /** All lanes. */
    public record Lanes(int generation, List<Journal.LaneHead> lanes) {}

    /** A fact as a CloudEvent in structured form. */
    public record Item(
            String specversion,
            UUID id,
            String source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            int lane,
            long position,
            int generation,

            @JsonRawValue @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
            String data) {

        static Item of(JournalRow row) {
            return new Item(
                    "1.0",
                    row.fact(),
                    JournalRow.SOURCE,
                    row.type(),
                    row.organisation(),
                    row.recordedAt(),
                    MediaType.APPLICATION_JSON,
                    row.lane(),
                    row.position(),
                    row.generation(),
                    row.payload());
        }
    }
}
