package org.gongkai.statistics.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.organisation.TreeOfDay;

/**
 * The figures of a body for a year, as one snapshot has them.
 *
 * @param asOf when it was taken, as the statement says it
 * @param statement the whole statement, as {@code GET /statements} answers it
 * @param head of it what is no figure and does not move with counting: who the body is
 * @param figures path such as {@code applications.NEW_RECEIVED.TOTAL} to number or decimal string
 * @param members the tree that the year goes by
 * @param today the tree as it stands today, which access goes by
 */
record Reading(
        Position position,
        String asOf,
        boolean complete,
        String statement,
        JsonNode head,
        Map<String, JsonNode> figures,
        TreeOfDay members,
        TreeOfDay today) {}
