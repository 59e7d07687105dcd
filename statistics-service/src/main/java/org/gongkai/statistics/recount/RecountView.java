package org.gongkai.statistics.recount;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A verification or a rebuild, as it stands.
 *
 * @param requestedBy the token's {@code sub}; absent where the service itself began it
 * @param seconds that it took, or has taken by its last change
 * @param generation of the journal whose facts are counted
 * @param position where both were compared; a rebuild goes on from there until it is swapped in
 * @param facts counted up to that position
 * @param cellsCompared cells of either; absent before, and where the live ones are of another generation
 * @param cellsDiffering those of them that are not equal
 * @param othersDiffering confirmations of a year, and organisations, that are not equal
 * @param differences the first hundred of both
 * @param failure why it ended in vain
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Recount")
public record RecountView(
        UUID id,
        Purpose purpose,
        Cause cause,
        State state,
        @Nullable String requestedBy,
        OffsetDateTime requestedAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable Double seconds,
        @Nullable Integer generation,
        @Nullable String position,
        @Nullable Long facts,
        @Nullable Long cellsCompared,
        @Nullable Long cellsDiffering,
        @Nullable Long othersDiffering,
        List<Difference> differences,
        @Nullable String failure) {

    private static final double MILLIS = 1000.0;

    static RecountView of(Recount recount, List<Difference> differences) {
        return new RecountView(
                recount.id(),
                recount.purpose(),
                recount.cause(),
                recount.state(),
                recount.requestedBy(),
                recount.requestedAt(),
                recount.startedAt(),
                recount.endedAt(),
                recount.startedAt() == null || recount.endedAt() == null
                        ? null
                        : Duration.between(recount.startedAt(), recount.endedAt())
                                        .toMillis()
                                / MILLIS,
                recount.generation(),
                recount.position(),
                recount.facts(),
                recount.cellsCompared(),
                recount.cellsDiffering(),
                recount.othersDiffering(),
                differences,
                recount.failure());
    }
}
