package org.gongkai.statistics.counts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.statistics.counting.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Counts of a subtree along dimensions.
 *
 * @param measure what is counted; absent where several were asked for
 * @param measures what is counted where several were asked for, in the order of the rows
 * @param rows one per combination that occurs, each {@code {…dimensions, n}}, of several measures {@code {measure,
 *     …dimensions, n}}; of one measure without dimensions one row
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Counts")
public record Counts(
        String organisation,
        String from,
        String to,
        @Nullable Measure measure,
        @Nullable Set<Measure> measures,
        OffsetDateTime asOf,
        String position,
        boolean complete,

        @Schema(example = "[{\"month\": \"2021-03\", \"applicantType\": \"NATURAL_PERSON\", \"n\": 12}]")
        List<Map<String, Object>> rows) {}
