package org.gongkai.intake.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.gongkai.intake.problem.NotedRefusal;
import org.gongkai.intake.problem.ProblemDocument;

/**
 * What became of a line, as it is kept: without its content.
 *
 * @param line its number
 * @param place sheet and row of a workbook
 * @param status what became of it
 * @param id of the record; null where it was refused
 * @param problem why it was refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineResult(long line, String place, Status status, UUID id, NotedRefusal problem) {

    /** What can become of a line. */
    public enum Status {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("refused")
        REFUSED
    }

    /** As a caller reads it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(long line, String place, Status status, UUID id, ProblemDocument problem) {}

    /** In the first language of {@code Accept-Language} that we speak. */
    View in(String acceptLanguage) {
        return new View(
                line,
                place,
                status,
                id,
                problem == null ? null : ProblemDocument.of(problem.refusal(), acceptLanguage));
    }
}
