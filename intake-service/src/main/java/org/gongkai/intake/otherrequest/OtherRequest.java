package org.gongkai.intake.otherrequest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Kept.Retraction;

/**
 * A request as it is kept.
 *
 * @param id UUIDv7
 * @param body as it was sent
 * @param conclusion how it ended, or null while it is open
 * @param version raised by each change; the ETag
 * @param retraction null while it stands
 * @param erasedOn day on which its personal data were erased, or null
 */
record OtherRequest<B extends Record & OtherRequestBody<B>, R extends Enum<R> & Result>(
        UUID id, B body, Conclusion<R> conclusion, long version, Retraction retraction, LocalDate erasedOn) {

    OtherRequest<B, R> amended(B other) {
        return new OtherRequest<>(id, other, conclusion, version + 1, retraction, erasedOn);
    }

    /** Null makes it open again. */
    OtherRequest<B, R> concluded(Conclusion<R> other) {
        return new OtherRequest<>(id, body, other, version + 1, retraction, erasedOn);
    }

    OtherRequest<B, R> retracted(Retraction why) {
        return new OtherRequest<>(id, body, conclusion, version + 1, why, erasedOn);
    }

    /** Refuses where it was retracted. */
    void requireStands() {
        if (retraction != null) {
            throw new Refusal(ProblemType.RECORD_RETRACTED, retraction.at());
        }
    }

    /** As it is told, for the history. */
    ObjectNode json(ObjectMapper json) {
        ObjectNode told = json.valueToTree(body);
        if (conclusion != null) {
            told.set("conclusion", json.valueToTree(conclusion));
        }
        return told;
    }
}
