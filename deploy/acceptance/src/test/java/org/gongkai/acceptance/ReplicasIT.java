package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gongkai.acceptance.faults.Replicas;
import org.junit.jupiter.api.Test;

class ReplicasIT {

    /** The command's small size; {@code deploy/acceptance/replicas} runs the full one. */
    @Test
    void two_replicas_killed_and_asleep_under_load_count_every_fact_once() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);

        Replicas.Outcome outcome = Replicas.run(
                RunningSystem.get(), Integer.getInteger("gongkai.replicas.seconds", 25), seed, System.out::println);

        System.out.println(outcome.table());
        assertTrue(outcome.kills() > 0 && outcome.sleeps() > 0);
        assertTrue(outcome.cellsCompared() > 0);
        assertEquals(0, outcome.cellsDiffering());
        assertEquals(0, outcome.othersDiffering());
    }
}
