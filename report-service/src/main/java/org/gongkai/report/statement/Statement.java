package org.gongkai.report.statement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/**
 * What this service reads of a statement; whatever else it carries is ignored.
 *
 * @param organisation code
 * @param name official name
 * @param year of the report
 * @param asOf instant of the snapshot, as it came
 * @param position up to which facts are counted, as a token
 * @param complete false where a fact that may touch it could not be read
 * @param applications row to column to count
 * @param previous the year before, or null
 * @param memberChanges bodies that came or went since the year before
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Statement(
        String organisation,
        String name,
        Integer year,
        String asOf,
        String position,
        Boolean complete,
        Map<String, Map<String, Long>> applications,
        Previous previous,
        List<MemberChange> memberChanges) {

    /** The year before. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Previous(Integer year, Map<String, Map<String, Long>> applications) {}

    /** A body that came or went, with what it had open at the end of the year before, by column. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MemberChange(String organisation, String name, Change change, Map<String, Long> carriedOut) {}

    /** Which way. */
    public enum Change {
        CAME,
        WENT
    }
}
