package org.gongkai.intake.importing;

import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.importing.ImportCalls.application;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.importing.ImportRun.State;
import org.gongkai.intake.importing.ImportRun.Tally;
import org.gongkai.intake.importing.spool.Spool;
import org.gongkai.intake.organisation.Standing;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.record.JournaledFacts;
import org.junit.jupiter.api.Test;

/** Imports whose process ends in the middle, or whose body is lost. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class ResumedImportIT {

    private static final int LINES = 3_500;

    @Inject
    ImportWork work;

    @Inject
    ImportTable table;

    @Inject
    PieceWriter writer;

    @Inject
    Preparation preparation;

    @Inject
    Subtree subtree;

    @Inject
    Standing standing;

    @Inject
    ImportSettings settings;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** Ends with the power after some pieces. */
    private final class PowerCut extends PieceWriter {

        private int left;

        PowerCut(int pieces) {
            left = pieces;
        }

        @Override
        Tally write(ImportRun run, Tally before, Piece piece, boolean inBulk) throws SQLException {
            if (left-- == 0) {
                throw new PowerIsCut();
            }
            return writer.write(run, before, piece, inBulk);
        }
    }

    private static final class PowerIsCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private ImportRun spooled(String organisation) throws IOException {
        register(organisation, null);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            body.append(application(organisation, "依" + i, i % 50 == 0 ? "2999-01-01" : "2021-03-04", ""))
                    .append('\n');
        }
        UUID id = UUID.randomUUID();
        Spool.Spooled spooled = work.spool()
                .write(id, new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8)), Long.MAX_VALUE)
                .orElseThrow();
        ImportRun run = new ImportRun(
                id,
                State.SPOOLED,
                ImportCalls.NDJSON,
                null,
                spooled.bytes(),
                spooled.key(),
                organisation,
                OffsetDateTime.now(clock),
                "test-recorder",
                null,
                Tally.NONE,
                null);
        table.insert(run);
        return run;
    }

    private void workUntilThePowerIsCut(ImportRun run, int pieces) {
        ImportScope scope = new ImportScope(run, subtree, standing, json, clock);
        Pipeline pipeline = new Pipeline(run, work.spool(), scope, preparation, new PowerCut(pieces), settings, json);
        assertThrows(PowerIsCut.class, pipeline::run);
    }

    private void awaitEnd(ImportRun run, String organisation) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        as("recorder", organisation).get("/imports/" + run.id()).path("endedAt") != null);
    }

    @Test
    void it_goes_on_after_the_last_committed_piece_and_records_nothing_twice() throws IOException {
        ImportRun run = spooled("RES-1");
        workUntilThePowerIsCut(run, 2);
        as("recorder", "RES-1").get("/imports/" + run.id()).then().body("lines", equalTo(2_000));

        work.take(run.id());
        awaitEnd(run, "RES-1");

        as("recorder", "RES-1")
                .get("/imports/" + run.id())
                .then()
                .body("state", equalTo("DONE"))
                .body("lines", equalTo(LINES))
                .body("created", equalTo(LINES - LINES / 50))
                .body("unchanged", equalTo(0))
                .body("refused", equalTo(LINES / 50));
        assertEquals(LINES - LINES / 50, JournaledFacts.names("RES-1").size());
        as("recorder", "RES-1")
                .get("/imports/" + run.id() + "/results?limit=500&after=3200")
                .then()
                .body("items.size()", equalTo(300))
                .body("items[0].line", equalTo(3_201))
                .body("next", nullValue());
    }

    @Test
    void a_body_is_unreadable_on_disk_and_gone_with_its_key_at_the_end() throws IOException {
        ImportRun run = spooled("RES-2");
        Path file = Path.of(settings.directory()).resolve(run.id() + ".sealed");

        String onDisk = Files.readString(file, StandardCharsets.ISO_8859_1);
        work.take(run.id());
        awaitEnd(run, "RES-2");

        for (String planted : new String[] {"演示人甲", "13800138000", "62280119900101123X", "依1"}) {
            assertFalse(
                    onDisk.contains(new String(planted.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
        }
        assertTrue(onDisk.length() >= run.bytes());
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !Files.exists(file));
        assertEquals(null, table.byId(run.id()).orElseThrow().spoolKey());
    }

    @Test
    void a_body_that_was_changed_on_disk_is_not_read() throws IOException {
        ImportRun run = spooled("RES-3");
        Path file = Path.of(settings.directory()).resolve(run.id() + ".sealed");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        work.take(run.id());
        awaitEnd(run, "RES-3");

        as("recorder", "RES-3")
                .get("/imports/" + run.id())
                .then()
                .body("state", equalTo("FAILED"))
                .body("problem.type", equalTo("urn:gongkai:problem:spool-lost"));
    }

    @Test
    void two_processes_at_one_import_record_each_piece_once() throws Exception {
        ImportRun run = spooled("RES-4");
        ImportScope scope = new ImportScope(run, subtree, standing, json, clock);
        Thread other = new Thread(() -> {
            try {
                new Pipeline(run, work.spool(), scope, preparation, writer, settings, json).run();
            } catch (PieceWriter.TakenOver | InterruptedException e) {
                // the other was quicker
            }
        });
        other.start();
        work.take(run.id());
        other.join();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> table.byId(run.id()).orElseThrow().tally().lines() == LINES);

        assertEquals(LINES - LINES / 50, JournaledFacts.names("RES-4").size());
    }
}
