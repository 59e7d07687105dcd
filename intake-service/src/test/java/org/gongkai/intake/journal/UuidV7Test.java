package org.gongkai.intake.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** RFC 9562, 5.7. */
class UuidV7Test {

    private static final long MARCH_2021 = 1_614_800_000_000L;

    @Test
    void it_is_of_version_7_and_of_the_variant_of_the_rfc() {
        for (int i = 0; i < 1_000; i++) {
            UUID id = UuidV7.at(MARCH_2021 + i);
            assertEquals(7, id.version());
            assertEquals(2, id.variant());
        }
    }

    @Test
    void its_first_48_bits_are_the_millisecond() {
        for (long millis : new long[] {0, 1, MARCH_2021, (1L << 48) - 1}) {
            assertEquals(millis, UuidV7.at(millis).getMostSignificantBits() >>> 16);
        }
    }

    @Test
    void ids_of_later_milliseconds_come_later_as_text_and_as_a_database_orders_them() {
        String former = "";
        for (long millis = MARCH_2021; millis < MARCH_2021 + 1_000; millis++) {
            String id = UuidV7.at(millis).toString();
            assertTrue(former.compareTo(id) < 0, former + " and " + id);
            former = id;
        }
    }

    @Test
    void ids_of_one_millisecond_differ() {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(UuidV7.at(MARCH_2021));
        }
        assertEquals(10_000, ids.size());
    }
}
