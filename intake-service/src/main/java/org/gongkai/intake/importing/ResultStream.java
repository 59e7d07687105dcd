package org.gongkai.intake.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Follows an import and writes the result of each line as its piece is committed. The import goes on by itself, also where
 * nobody listens any more.
 */
@ApplicationScoped
class ResultStream {

    private static final long LOOK_MILLIS = 20;

    @Inject
    ImportTable table;

    @Inject
    ResultTable results;

    @Inject
    ObjectMapper json;

    void write(UUID id, String acceptLanguage, OutputStream out) throws IOException {
        ObjectWriter writer = json.writer();
        int written = 0;
        while (true) {
            // asked before the results, so that after the end none is left
            ImportRun run = table.byId(id).orElseThrow(() -> new IOException("the import is gone"));
            for (; written < run.tally().pieces(); written++) {
                List<LineResult> piece = results.ofPiece(id, written + 1);
                for (LineResult line : piece) {
                    out.write(writer.writeValueAsBytes(line.in(acceptLanguage)));
                    out.write('\n');
                }
                out.flush();
            }
            if (run.endedAt() != null) {
                ImportView view = ImportView.of(run, acceptLanguage);
                out.write(writer.writeValueAsBytes(ImportView.Summary.of(view)));
                out.write('\n');
                out.flush();
                return;
            }
            rest();
        }
    }

    private static void rest() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the service stops; the import goes on after its start", e);
        }
    }
}
