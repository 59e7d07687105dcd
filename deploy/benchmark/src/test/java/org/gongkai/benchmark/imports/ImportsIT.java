package org.gongkai.benchmark.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.gongkai.benchmark.imports.Imports.Outcome;
import org.junit.jupiter.api.Test;

/** The command with few lines: its counts hold; its figures are worth nothing on a machine that does other things. */
class ImportsIT {

    private static final int LINES = 10_000;

    @Test
    void an_import_repeats_without_a_change_and_is_the_same_from_every_format() throws Exception {
        Imports.Report report = Imports.run(Path.of("../..").toAbsolutePath().normalize(), LINES);

        System.out.println(report.text());
        Outcome first = report.first();
        assertEquals(LINES, first.created() + first.unchanged() + first.refused());
        assertTrue(first.refused() > LINES / 200 && first.refused() < LINES / 50, first.counts());
        assertTrue(first.unchanged() > 0 && first.unchanged() < LINES / 50, first.counts());
        assertEquals(0, report.again().created());
        assertEquals(first.refused(), report.again().refused());
        assertEquals(first.created() + first.unchanged(), report.again().unchanged());
        for (Outcome each : report.tables()) {
            assertEquals(first.counts(), each.counts());
        }
        assertTrue(report.sameRows(), report.text());
        assertTrue(report.copiedRows() > first.created(), report.text());
    }
}
