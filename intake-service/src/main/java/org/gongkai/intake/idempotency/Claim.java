package org.gongkai.intake.idempotency;

import java.util.Map;

/** What became of a key when a write came in under it. */
sealed interface Claim {

    /** It is this call's now: carry the write out. */
    record Taken() implements Claim {}

    /** The write was carried out before: answer the same. */
    record Answered(int status, Map<String, String> headers, String body) implements Claim {}

    /** The write is under way in another call. */
    record InFlight() implements Claim {}

    /** The key was used for something else. */
    record OtherContent() implements Claim {}
}
