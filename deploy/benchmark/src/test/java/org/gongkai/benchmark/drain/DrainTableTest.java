package org.gongkai.benchmark.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.gongkai.benchmark.Spread;
import org.junit.jupiter.api.Test;

class DrainTableTest {

    private final DrainTable table = new DrainTable();

    @Test
    void a_median_of_three_rounds_is_the_middle_one_whatever_their_order() {
        rounds("product", 300, 100, 120);

        Spread rates = table.rates("t", "product");
        assertEquals(120, rates.median());
        assertEquals(100, rates.min());
        assertEquals(300, rates.max());
    }

    @Test
    void a_median_of_two_rounds_lies_between_them() {
        rounds("product", 100, 300);

        assertEquals(200, table.rates("t", "product").median());
    }

    @Test
    void a_ratio_is_that_of_medians_and_not_of_means() {
        rounds("product", 100, 200, 900);
        rounds(Peer.PARSE.label(), 400, 100, 400);

        assertEquals(0.5, table.ratio("t", "product", Peer.PARSE));
        assertEquals(1, table.ratio("t", Peer.PARSE.label(), Peer.PARSE));
    }

    @Test
    void a_ratio_to_what_did_not_run_on_the_topic_is_left_out() {
        rounds("product", 100);
        table.add("other", Peer.PARSE.label(), new Reading(100, 1, 1));

        assertEquals(0, table.ratio("t", "product", Peer.PARSE));
        assertTrue(
                table.text().contains("| t | product | 1 | 100 | 100 | 100 – 100 | – | – | – | – | 7 |"), table.text());
        assertEquals("{}", table.json().get(0).get("ratioTo").toString());
    }

    @Test
    void the_table_and_json_say_the_same() {
        rounds("product", 1_000, 3_000, 2_000);
        rounds(Peer.STREAMS.label(), 500, 500, 500);

        assertTrue(
                table.text().contains("| t | product | 3 | 3,000 | 2,000 | 1,000 – 3,000 | – | 4.00 | – | – | 7 |"),
                table.text());
        JsonNode product = table.json().get(0);
        assertEquals(2_000, product.at("/factsPerSecond/median").asDouble());
        assertEquals(1_000, product.at("/factsPerSecond/min").asDouble());
        assertEquals(3_000, product.at("/factsPerSecond/max").asDouble());
        assertEquals(4, product.at("/ratioTo/Kafka Streams, exactly once").asDouble());
        assertEquals(3, product.get("rounds").size());
    }

    @Test
    void a_reading_survives_the_way_from_its_process_among_other_lines() {
        Reading reading = new Reading(5_000_000, 12.25, 384);

        assertEquals(reading, Reading.of("sum 17\n" + reading.line() + "\nbye\n"));
        assertThrows(IllegalStateException.class, () -> Reading.of("sum 17\n"));
    }

    @Test
    void options_change_what_they_name_and_an_unknown_one_is_refused() {
        assertEquals(Drain.Plan.WHOLE, Drain.Plan.of(List.of()));
        Drain.Plan plan = Drain.Plan.of(List.of("--facts", "1000", "--quick", "--rounds", "2"));
        assertEquals(1_000, plan.facts());
        assertEquals(2, plan.rounds());
        assertEquals(Drain.Plan.QUICK.most(), plan.most());
        assertThrows(IllegalArgumentException.class, () -> Drain.Plan.of(List.of("--fast")));
    }

    private void rounds(String contender, long... factsPerSecond) {
        for (long rate : factsPerSecond) {
            table.add("t", contender, new Reading(rate, 1, 7));
        }
    }
}
