package org.gongkai.statistics.unreadable;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes UUIDv7 (RFC 9562): ids whose order is that of their making, to the millisecond. */
@ApplicationScoped
public class FactIds {

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FactIds(Clock clock) {
        this.clock = clock;
    }

    /** The next id. */
    public UUID next() {
        long high = clock.millis() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
