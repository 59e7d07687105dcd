package org.gongkai.intake.journal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Ids of RFC 9562, version 7: a millisecond and 74 random bits, so that new rows go to the end of an index. */
public final class UuidV7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private UuidV7() {}

    /** A new id of the given instant, in milliseconds since 1970. */
    public static UUID at(long epochMillis) {
        // drawn at once: each draw takes the generator's lock
        byte[] bytes = new byte[Short.BYTES + Long.BYTES];
        RANDOM.nextBytes(bytes);
        ByteBuffer random = ByteBuffer.wrap(bytes);
        long high = (epochMillis << 16) | 0x7000L | (random.getShort() & 0x0FFFL);
        long low = (random.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
