package org.gongkai.intake.journal;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids of RFC 9562, version 7: a millisecond and 74 random bits, so that new rows go to the end of an index. */
public final class UuidV7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private UuidV7() {}

    /** A new id of the given instant, in milliseconds since 1970. */
    public static UUID at(long epochMillis) {
        long high = (epochMillis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
