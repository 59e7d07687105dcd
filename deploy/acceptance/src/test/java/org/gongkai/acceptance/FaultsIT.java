package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gongkai.acceptance.faults.Faults;
import org.junit.jupiter.api.Test;

class FaultsIT {

    /** The command's small size; {@code deploy/acceptance/faults} runs the full one. */
    @Test
    void nothing_acknowledged_is_lost_or_doubled_when_parts_are_killed() throws Exception {
        long began = System.nanoTime();
        int size = Integer.getInteger("gongkai.faults", 1_000);

        Faults.Result result = Faults.run(
                RunningSystem.get(),
                RunningSystem.root().resolve("deploy/acceptance/target/acknowledgements"),
                size,
                1,
                System.out::println);

        System.out.println(Faults.table(result, (System.nanoTime() - began) / 1e9));
        assertTrue(result.acknowledged() >= 2L * size);
        assertEquals(0, result.lost());
        assertEquals(0, result.doubled());
        assertEquals(result.acknowledged(), result.counted());
        assertEquals(result.counted(), result.journaled());
        assertEquals(4, result.recoveries().size());
        assertTrue(result.repeatedCalls() > 0, "no call was in flight when something was killed");
    }
}
