package org.gongkai.intake.disclosureapplication;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.gongkai.intake.OfficialTime;
import org.gongkai.intake.lifecycle.Step;

/**
 * A step as it is kept.
 *
 * @param id UUIDv7
 * @param number in the order of entry, from 1; never given twice
 * @param body what was sent
 * @param timely whether it kept its limit; null where it has none or that is not known
 * @param recordedAt when
 * @param recordedBy the token's {@code sub}
 * @param fact the newest fact of the case when it was recorded
 * @param retraction null while it stands
 */
record KeptStep(
        UUID id,
        int number,
        StepBody body,
        Boolean timely,
        OffsetDateTime recordedAt,
        String recordedBy,
        UUID fact,
        Retraction retraction) {

    KeptStep {
        recordedAt = OfficialTime.of(recordedAt);
    }

    /** When, by whom and why it was taken back. */
    record Retraction(OffsetDateTime at, String by, String reason) {

        Retraction {
            at = OfficialTime.of(at);
        }
    }

    boolean stands() {
        return retraction == null;
    }

    Step step() {
        return body.step(number);
    }

    KeptStep timely(Boolean kept) {
        return new KeptStep(id, number, body, kept, recordedAt, recordedBy, fact, retraction);
    }

    KeptStep saying(StepBody other) {
        return new KeptStep(id, number, other, timely, recordedAt, recordedBy, fact, retraction);
    }

    KeptStep retracted(Retraction why) {
        return new KeptStep(id, number, body, timely, recordedAt, recordedBy, fact, why);
    }

    /** With the fact that it is known by. */
    KeptStep since(UUID newest) {
        return new KeptStep(id, number, body, timely, recordedAt, recordedBy, newest, retraction);
    }
}
