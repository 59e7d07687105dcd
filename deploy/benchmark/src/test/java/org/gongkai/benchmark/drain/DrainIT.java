package org.gongkai.benchmark.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command with few facts: its counts hold; its figures are worth nothing on a machine that does other things. */
class DrainIT {

    private static final int FACTS = 20_000;
    private static final int BODIES = 100;
    /** The root is registered as well. */
    private static final long IN_THE_TOPIC = FACTS + BODIES + 1;

    private static final List<Peer> PEERS = List.of(Peer.RAW, Peer.PARSE, Peer.STREAMS);

    @Test
    void the_service_counts_what_the_facts_were_made_with_beside_its_peers() throws Exception {
        Path root = Path.of("../..").toAbsolutePath().normalize();
        Drain.Plan plan = new Drain.Plan(FACTS, 1, Duration.ofSeconds(60), BODIES, 0, PEERS, 0);

        DrainReport report = Drain.run(root, plan);

        System.out.println(report.text());
        assertEquals(List.of(), report.differences());
        JsonNode json = new ObjectMapper().readTree(Drain.write(root, report).toFile());
        List<String> contenders =
                new ArrayList<>(PEERS.stream().map(Peer::label).toList());
        List<String> ofTheProduct =
                List.of(Product.TWO_CONSUMERS, Product.LABEL, Product.TRAIL, Product.BOTH, Product.BOTH_TRAIL);
        contenders.addAll(ofTheProduct);
        assertEquals(contenders, json.findValuesAsText("contender"));
        for (JsonNode contender : json.get("contenders")) {
            // the service may have counted some before it could be asked
            long facts = contender.get("facts").asLong();
            assertTrue(
                    ofTheProduct.contains(contender.get("contender").asText())
                            ? facts <= IN_THE_TOPIC
                            : facts == IN_THE_TOPIC,
                    contender.toString());
            assertTrue(report.text().contains("| " + contender.get("contender").asText() + " |"), report.text());
        }
        assertTrue(json.at("/memoryMegabytes/statistics-service at most").asLong() > 0, json.toString());
    }
}
