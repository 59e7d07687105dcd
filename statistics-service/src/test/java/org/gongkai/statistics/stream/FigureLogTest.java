package org.gongkai.statistics.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.organisation.OrganisationTree;
import org.gongkai.statistics.organisation.TreeOfDay;
import org.junit.jupiter.api.Test;

class FigureLogTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TreeOfDay TREE = new OrganisationTree(List.of()).on(LocalDate.of(2021, 3, 4));

    private final FigureLog log = new FigureLog();

    @Test
    void a_path_leads_to_every_leaf_and_what_is_null_is_absent() throws Exception {
        Map<String, JsonNode> paths =
                Readings.paths(JSON.readTree("{\"a\":{\"B\":1,\"C\":{\"d\":\"2.00\",\"e\":null}},\"f\":3}"));

        assertEquals(
                Map.of("a.B", JSON.readTree("1"), "a.C.d", JSON.readTree("\"2.00\""), "f", JSON.readTree("3")), paths);
    }

    @Test
    void what_changed_since_a_position_is_said_with_what_it_is_now() {
        log.take(reading("1.1-1", "机关", true, Map.of("a", 1L, "b", 1L)));
        log.take(reading("1.1-2", "机关", true, Map.of("a", 2L, "b", 1L)));
        log.take(reading("1.1-3", "机关", true, Map.of("a", 3L, "c", 1L)));

        assertEquals(values("a", 3L, "b", null, "c", 1L), log.since(log.numberOf("1.1-1")));
        assertEquals(values("a", 3L, "b", null, "c", 1L), log.since(log.numberOf("1.1-2")));
        assertEquals(Map.of(), log.since(log.numberOf("1.1-3")));
        assertTrue(log.canGoOnFrom(log.numberOf("1.1-1")));
        assertFalse(log.canGoOnFrom(log.numberOf("1.1-4")));
    }

    @Test
    void a_position_that_moves_no_figure_is_no_news_and_is_remembered() {
        assertTrue(log.take(reading("1.1-1", "机关", true, Map.of("a", 1L))));
        assertFalse(log.take(reading("1.1-2", "机关", true, Map.of("a", 1L))));
        assertTrue(log.take(reading("1.1-2", "机关", false, Map.of("a", 1L))), "completeness is news");

        assertEquals(1, log.numberOf("1.1-2"), "what was said there first is assumed");
    }

    @Test
    void another_body_or_generation_is_told_whole() {
        log.take(reading("1.1-1", "机关", true, Map.of("a", 1L)));
        long heard = log.number();
        assertTrue(log.take(reading("1.1-1", "新名", true, Map.of("a", 1L))));
        assertFalse(log.canGoOnFrom(heard));
        heard = log.number();
        assertTrue(log.take(reading("2.1-1", "新名", true, Map.of("a", 1L))));
        assertFalse(log.canGoOnFrom(heard));
        assertEquals(0, log.numberOf("1.1-1"));
    }

    @Test
    void only_so_many_positions_are_remembered() {
        for (int i = 1; i <= FigureLog.POSITIONS_REMEMBERED + 1; i++) {
            log.take(reading("1.1-" + Integer.toString(i, 36), "机关", true, Map.of("a", (long) i)));
        }
        assertEquals(0, log.numberOf("1.1-1"));
        assertEquals(2, log.numberOf("1.1-2"));
    }

    @Test
    void whoever_hears_now_and_then_ends_with_the_same_figures() {
        Random random = new Random(11);
        Map<String, JsonNode> heard = new HashMap<>();
        long number = 0;
        Map<String, Long> truth = new HashMap<>();
        for (int i = 1; i <= 500; i++) {
            String figure = "f" + random.nextInt(20);
            if (random.nextInt(4) == 0) {
                truth.remove(figure);
            } else {
                truth.put(figure, random.nextLong());
            }
            log.take(reading("1.1-" + Integer.toString(i, 36), "机关", true, truth));
            if (random.nextInt(7) == 0) {
                log.since(number).forEach((path, value) -> {
                    if (value == null) {
                        heard.remove(path);
                    } else {
                        heard.put(path, value);
                    }
                });
                number = log.number();
                assertEquals(log.latest().figures(), heard);
            }
        }
    }

    private static Reading reading(String position, String name, boolean complete, Map<String, Long> figures) {
        Map<String, JsonNode> nodes = new HashMap<>();
        figures.forEach((path, value) -> nodes.put(path, JSON.valueToTree(value)));
        return new Reading(
                Position.parse(position).orElseThrow(),
                "2021-03-04T00:00:00+08:00",
                complete,
                () -> "{}",
                List.of(name),
                nodes,
                TREE,
                TREE);
    }

    private static Map<String, JsonNode> values(String a, Long x, String b, Long y, String c, Long z) {
        Map<String, JsonNode> values = new HashMap<>();
        values.put(a, JSON.valueToTree(x));
        values.put(b, y == null ? null : JSON.valueToTree(y));
        values.put(c, JSON.valueToTree(z));
        return values;
    }
}
