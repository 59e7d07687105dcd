package org.gongkai.benchmark.facts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.zip.CRC32;

/** Numbers of the 64 lanes, dense from 1, and ids. One for all facts of a topic. */
public final class Numbering {

    /** Fixed for ever, as in both services. */
    public static final int LANES = 64;

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final long[] positions = new long[LANES];
    private final SplittableRandom random;

    /** Ids follow from the seed. */
    public Numbering(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Lane of a body. */
    static int lane(String organisation) {
        CRC32 crc = new CRC32();
        crc.update(organisation.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % LANES);
    }

    Fact number(String organisation, int lane, String type, Instant at, String json) {
        return new Fact(organisation, lane, ++positions[lane], type, id(at), at, json);
    }

    /** A UUIDv7 of that moment. */
    UUID id(Instant at) {
        return new UUID(
                at.toEpochMilli() << 16 | VERSION_7 | random.nextInt(1 << 12), VARIANT | random.nextLong() >>> 2);
    }

    /** How many facts were numbered. */
    public long total() {
        long total = 0;
        for (long position : positions) {
            total += position;
        }
        return total;
    }
}
