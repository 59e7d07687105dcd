package org.gongkai.intake.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.gongkai.intake.OfficialTime;
import org.gongkai.intake.problem.ProblemDocument;

/**
 * An import as callers read it.
 *
 * @param lines of which it is known what became; the rest is still to come
 * @param position token of every lane that was touched; absent where nothing was recorded
 * @param problem why the body could not be read to its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        UUID id,
        ImportRun.State state,
        long bytes,
        long lines,
        long created,
        long unchanged,
        long refused,
        String position,
        ProblemDocument problem,
        OffsetDateTime createdAt,
        OffsetDateTime endedAt) {

    static ImportView of(ImportRun run, String acceptLanguage) {
        return new ImportView(
                run.id(),
                run.state(),
                run.bytes(),
                run.tally().lines(),
                run.tally().created(),
                run.tally().unchanged(),
                run.tally().refused(),
                run.tally().position().token(),
                run.problem() == null ? null : ProblemDocument.of(run.problem().refusal(), acceptLanguage),
                OfficialTime.of(run.createdAt()),
                run.endedAt() == null ? null : OfficialTime.of(run.endedAt()));
    }

    /** A page of results; {@code next} is what to ask for as {@code after}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<LineResult.View> items, String next) {}

    /** The last line of a stream. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(Counts summary, String position, ProblemDocument problem) {

        static Summary of(ImportView view) {
            return new Summary(
                    new Counts(view.created(), view.unchanged(), view.refused()), view.position(), view.problem());
        }
    }

    /** What became of all lines. */
    public record Counts(long created, long unchanged, long refused) {}
}
