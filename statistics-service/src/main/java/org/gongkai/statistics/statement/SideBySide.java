package org.gongkai.statistics.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.statistics.organisation.Kind;
import org.gongkai.statistics.organisation.Level;
import org.jspecify.annotations.Nullable;

/**
 * How a body and those right under it stand in a year, side by side, from one snapshot.
 *
 * @param asOf when the snapshot was taken
 * @param position the positions that the figures stand at, as a token
 * @param complete as in a statement
 * @param items the body itself, alone, and each direct subordinate with everything below it, in order of their codes; a
 *     body that was merged counts in its successor
 * @param total all of them together: the figures of the subtree
 */
@Schema(name = "Standing")
public record SideBySide(
        String organisation,
        int year,
        OffsetDateTime asOf,
        String position,
        boolean complete,
        List<Item> items,
        Item total) {

    /**
     * One of them. The figures are those of its statement, by their names there.
     *
     * @param received NEW_RECEIVED of table three, total
     * @param decided RESULT_TOTAL of table three, total
     * @param carriedIn CARRIED_IN of table three, total
     * @param open {@code timeliness.open}, and so with all that follow
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "StandingItem")
    public record Item(
            String organisation,
            String name,
            Level level,
            Kind kind,
            long received,
            long decided,
            long carriedIn,
            long open,
            long overdue,
            long inTime,
            long late,
            @Nullable Integer medianWorkingDays,
            @Nullable Integer p90WorkingDays,
            @Schema(example = "97.44") @Nullable String shareInTimePercent,
            Figures.Confirmed confirmed) {}
}
