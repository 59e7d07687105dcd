package org.gongkai.statistics.counts;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.statistics.counting.Measure;

/**
 * Counts of a subtree along dimensions.
 *
 * @param rows one per combination that occurs, each {@code {…dimensions, n}}; without dimensions one row
 */
@Schema(name = "Counts")
public record Counts(
        String organisation,
        String from,
        String to,
        Measure measure,
        OffsetDateTime asOf,
        String position,
        boolean complete,

        @Schema(example = "[{\"month\": \"2021-03\", \"applicantType\": \"NATURAL_PERSON\", \"n\": 12}]")
        List<Map<String, Object>> rows) {}
