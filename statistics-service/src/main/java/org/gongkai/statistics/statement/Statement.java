package org.gongkai.statistics.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param asOf when the snapshot was taken
 * @param position the positions that the figures stand at, as a token
 * @param complete false while a fact that touches the figures can't be read, or counting stands still before a new
 *     generation of the journal
 * @param applications table three: row to column to count, all 25 rows and 7 columns
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
        Map<String, Map<String, Long>> applications,
        @Nullable Previous previous,
        @Nullable List<MemberChange> memberChanges,
        @Nullable List<Subordinate> subordinates,
        @Nullable Map<Level, Figures> levels) {

    /** The office that answers for the report. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(
            @Nullable String unit,
            @Nullable String phone,
            @Nullable String reportUrl) {}

    /** The same figures for the year before, of the members of that year. */
    public record Previous(int year, Map<String, Map<String, Long>> applications) {}

    /**
     * A body that is a member in this year and was not in the year before, or the other way round: per column, opening of
     * this year = closing of last year + carriedOut of those that came − carriedOut of those that went.
     *
     * @param carriedOut what the body had open at the end of the year before
     */
    public record MemberChange(String organisation, String name, Change change, Map<String, Long> carriedOut) {}

    /** Which way a member changed. */
    public enum Change {
        CAME,
        WENT
    }

    /** A direct subordinate with everything below it. */
    public record Subordinate(
            String organisation, String name, Level level, Kind kind, Map<String, Map<String, Long>> applications) {}

    /** Figures of the members of one level. */
    public record Figures(Map<String, Map<String, Long>> applications) {}
}
