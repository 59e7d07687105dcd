package org.gongkai.statistics.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.statistics.organisation.Kind;
import org.gongkai.statistics.organisation.Level;
import org.gongkai.statistics.organisation.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Every figure of an organisation for a year, from one snapshot.
 *
 * @param asOf when the snapshot was taken; for an earlier moment that moment, for an earlier position when its newest fact
 *     was recorded
 * @param position the positions that the figures stand at, as a token
 * @param complete false while a fact that touches the figures can't be read, or counting stands still before a new
 *     generation of the journal
 * @param documentPrefix 发文机关代字
 * @param figures stand beside the other fields
 * @param own the body alone, with those merged into it: what scope OWN would answer in the same snapshot
 * @param months all twelve; what was received and decided in them adds up to NEW_RECEIVED and RESULT_TOTAL of table three
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Statement")
public record Statement(
        String organisation,
        String name,
        Level level,
        Kind kind,
        int year,
        Scope scope,
        OffsetDateTime asOf,
        String position,
        boolean complete,
        @Nullable Contact contact,
        @Nullable String documentPrefix,
        @JsonUnwrapped Figures figures,
        @Nullable Previous previous,
        @Nullable List<MemberChange> memberChanges,
        @Nullable List<Subordinate> subordinates,
        @Nullable Map<Level, Figures> levels,
        @Nullable Figures own,
        @Nullable List<Month> months) {

    /** The office that answers for the report. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(
            @Nullable String unit,
            @Nullable String phone,
            @Nullable String reportUrl) {}

    /** The same figures for the year before, of the members of that year. */
    public record Previous(int year, @JsonUnwrapped Figures figures) {}

    /**
     * A body that is a member in this year and was not in the year before, or the other way round. For what carries over,
     * opening of this year = closing of last year + closing of those that came − closing of those that went.
     *
     * @param carriedOut applications that the body had open at the end of the year before, per column of table three
     * @param inForce documents of the body in force then, per kind
     * @param pending disputes of the body pending then, per block of table four
     */
    public record MemberChange(
            String organisation,
            String name,
            Change change,
            Map<String, Long> carriedOut,
            Map<String, Long> inForce,
            Map<String, Long> pending) {}

    /** Which way a member changed. */
    public enum Change {
        CAME,
        WENT
    }

    /**
     * What was received and what was decided in a month.
     *
     * @param month such as 2021-03
     */
    public record Month(String month, long received, long decided) {}

    /** A direct subordinate with everything below it. */
    public record Subordinate(
            String organisation,
            String name,
            Level level,
            Kind kind,
            @JsonUnwrapped Figures figures) {}
}
