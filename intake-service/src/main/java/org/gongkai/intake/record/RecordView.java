package org.gongkai.intake.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.gongkai.intake.problem.Warning;

/**
 * A record as callers read it.
 *
 * @param id UUIDv7
 * @param content what it says, its fields beside these
 * @param warnings what is odd about it; absent where nothing is
 * @param retracted when and why it was taken back; absent while it stands
 * @param corrections every amendment and retraction, oldest first; absent in lists and where there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecordView(
        UUID id,
        @JsonUnwrapped Object content,
        List<Warning> warnings,
        Kept.Retraction retracted,
        List<Correction> corrections) {

    /** A page of records; {@code next} is what to ask for as {@code after}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<RecordView> items, String next) {}
}
