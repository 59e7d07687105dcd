package org.gongkai.statistics.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far counting has come.
 *
 * @param state COUNTING, or STOPPED before a new generation of the journal
 * @param generation the generation that is counted; 0 where nothing was ever counted
 * @param newerGeneration the generation that can't be counted yet; absent where there is none
 * @param lag facts of the journal that are not counted, as far as this process knows; absent while the journal was never
 *     reached
 * @param unreadableFacts how many wait to be replayed
 * @param trail how far the list of what is behind each cell has come; absent where it is not kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Progress")
public record ProgressView(
        State state,
        int generation,
        @Nullable Integer newerGeneration,
        String position,
        OffsetDateTime asOf,
        @Nullable Long lag,
        long unreadableFacts,
        JournalState journal,
        @Nullable TrailProgress trail,
        List<LaneProgress> lanes) {

    /** Whether counting goes on. */
    public enum State {
        COUNTING,
        STOPPED
    }

    /**
     * What this process knows of the journal.
     *
     * @param reachedAt when it last answered
     * @param failure why it does not answer now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record JournalState(
            @Nullable Instant reachedAt, @Nullable String failure) {}

    /**
     * How far the trail has come.
     *
     * @param lag facts of the journal that are not in it, as far as this process knows; absent while the journal was never
     *     reached
     * @param unreadableFacts how many it could not read
     * @param begunAnew how often everything was read again from the first fact
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TrailProgress(
            String position, int generation, @Nullable Long lag, long unreadableFacts, int begunAnew) {}

    /**
     * One lane.
     *
     * @param partition Kafka partition of the last fact that Kafka brought, as information
     * @param offset its offset, likewise
     * @param head how far the journal had come when it was last asked
     * @param lag head minus position
     * @param at when the lane last moved
     * @param gap facts that did not come and are not healed yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LaneProgress(
            int lane,
            long position,
            @Nullable Integer partition,
            @Nullable Long offset,
            @Nullable Long head,
            @Nullable Long lag,
            @Nullable OffsetDateTime at,
            @Nullable Gap gap) {}

    /** Facts that did not come: from {@code expected} on, {@code came} came in its stead. */
    public record Gap(long expected, long came, Instant since) {}
}
