package org.gongkai.intake.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {

    @Test
    void quoted_and_bare_are_the_same_key() {
        assertEquals(IdempotencyKey.of("\"a-1\"", "clerk", "ORG"), IdempotencyKey.of(" a-1 ", "clerk", "ORG"));
    }

    @Test
    void no_two_callers_share_a_key() {
        assertNotEquals(IdempotencyKey.of("a-1", "clerk", "ORG"), IdempotencyKey.of("a-1", "other", "ORG"));
        assertNotEquals(IdempotencyKey.of("a-1", "clerk", "ORG"), IdempotencyKey.of("a-1", "clerk", "ORG-2"));
    }

    @Test
    void what_is_no_key_is_not_taken() {
        for (String header : List.of("", "\"\"", "\"a", "a b", "键", "a".repeat(256), "\"" + "a".repeat(256) + "\"")) {
            assertTrue(IdempotencyKey.of(header, "clerk", "ORG").isEmpty(), header);
        }
        assertTrue(IdempotencyKey.of("a".repeat(255), "clerk", "ORG").isPresent());
    }
}
