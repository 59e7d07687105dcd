package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.gongkai.acceptance.faults.Faults;
import org.gongkai.acceptance.faults.Result;
import org.junit.jupiter.api.Test;

class FaultsIT {

    /** The command's small size; {@code deploy/acceptance/faults} runs the full one. */
    @Test
    void nothing_acknowledged_is_lost_or_doubled_when_parts_are_killed() throws Exception {
        long began = System.nanoTime();
        int size = Integer.getInteger("gongkai.faults", 1_000);

        Result result = Faults.run(
                RunningSystem.get(),
                RunningSystem.root().resolve("deploy/acceptance/target/acknowledgements"),
                size,
                1,
                System.out::println);

        System.out.println(result.table((System.nanoTime() - began) / 1e9));
        assertTrue(result.acknowledged() >= 2L * size);
        assertEquals(0, result.lost());
        assertEquals(0, result.doubled());
        assertEquals(result.acknowledged(), result.counted());
        assertEquals(result.counted(), result.journaled());
        assertEquals(
                Set.of("postgresql", "kafka", "intake", "statistics"),
                result.interruptions().keySet(),
                "killed with something under way");
        assertTrue(result.repeatedCalls() > 0, "no call failed when something was killed");
    }
}
