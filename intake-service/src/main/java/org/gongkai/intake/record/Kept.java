package org.gongkai.intake.record;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.gongkai.intake.OfficialTime;

/**
 * A record as it is kept.
 *
 * @param id UUIDv7
 * @param organisation whose it is; never changes
 * @param state what it says
 * @param version raised by each change; the ETag
 * @param contentFact the fact that made its body as it is
 * @param lastFact the newest fact about it
 * @param retraction null while it stands
 */
public record Kept<S>(
        UUID id, String organisation, S state, long version, UUID contentFact, UUID lastFact, Retraction retraction) {

    /** When and why it was taken back. */
    public record Retraction(OffsetDateTime at, String reason) {

        public Retraction {
            at = OfficialTime.of(at);
        }
    }
}
