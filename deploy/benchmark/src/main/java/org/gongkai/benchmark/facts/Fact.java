package org.gongkai.benchmark.facts;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact with its number.
 *
 * @param type name of the contract, without prefix and version
 * @param json its data
 */
public record Fact(
        String organisation, int lane, long position, String type, UUID id, Instant recordedAt, String json) {}
