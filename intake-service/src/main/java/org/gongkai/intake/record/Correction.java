package org.gongkai.intake.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.intake.OfficialTime;

/**
 * Something that was entered wrongly and mended.
 *
 * @param version of the record that it made
 * @param part of the record: RECORD, ABOLITION, CONCLUSION, APPEAL
 * @param act what was done
 * @param reason why
 * @param was the record before, as it was read
 * @param at when
 * @param by the token's {@code sub}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Correction(
        long version,
        Part part,
        Act act,
        String reason,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String was,
        OffsetDateTime at,
        String by) {

    public Correction {
        at = OfficialTime.of(at);
    }

    /** What was wrong. */
    public enum Part {
        RECORD,
        ABOLITION,
        CONCLUSION,
        APPEAL
    }

    /** How it was mended. */
    public enum Act {
        AMENDED,
        RETRACTED
    }
}
