package org.gongkai.statistics.recount;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recount.
 *
 * @param requestedBy the token's {@code sub}; null where the service itself began it
 * @param generation of the journal whose facts are counted; null before it began
 * @param ledger that it fills; null before it began and when it was thrown away
 * @param position where the two were compared, as a token
 * @param facts counted up to there
 * @param cellsCompared cells of either; null where nothing can be compared: the live ones are of another generation
 * @param cellsDiffering those of them that are not equal
 * @param othersDiffering confirmations and organisations that are not equal
 * @param failure why it ended in vain
 */
record Recount(
        UUID id,
        Purpose purpose,
        Cause cause,
        State state,
        @Nullable String requestedBy,
        OffsetDateTime requestedAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable Integer generation,
        @Nullable Integer ledger,
        @Nullable String position,
        @Nullable Long facts,
        @Nullable Long cellsCompared,
        @Nullable Long cellsDiffering,
        @Nullable Long othersDiffering,
        @Nullable String failure) {

    /** What was found when the two were compared. */
    record Comparison(
            String position,
            long facts,
            @Nullable Long cellsCompared,
            @Nullable Long cellsDiffering,
            @Nullable Long othersDiffering) {}
}
