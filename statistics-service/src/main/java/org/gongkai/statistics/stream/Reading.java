package org.gongkai.statistics.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.organisation.TreeOfDay;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a body for a year, as one snapshot has them.
 *
 * @param asOf when it was taken, as the statement says it
 * @param statement the whole statement as {@code GET /statements} answers it, written when it is asked for
 * @param who what is said of the body itself: name, level, kind, contact, prefix of its documents
 * @param figures path such as {@code applications.NEW_RECEIVED.TOTAL} to number or decimal string
 * @param members the tree that the year goes by
 * @param today the tree as it stands today, which access goes by
 */
record Reading(
        Position position,
        String asOf,
        boolean complete,
        Supplier<String> statement,
        List<@Nullable Object> who,
        Map<String, JsonNode> figures,
        TreeOfDay members,
        TreeOfDay today) {}
