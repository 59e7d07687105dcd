package org.gongkai.intake.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gongkai.intake.importing.ImportRun.Tally;
import org.gongkai.intake.importing.reading.BodyType;
import org.gongkai.intake.importing.reading.Line;
import org.gongkai.intake.importing.reading.Lines;
import org.gongkai.intake.importing.spool.Spool;
import org.gongkai.intake.problem.DatabaseAway;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.QuietLines;
import org.jboss.logging.Logger;

/** One import: a thread reads, checks and seals the next pieces while this one writes. */
final class Pipeline {

    private static final Logger LOG = Logger.getLogger(Pipeline.class);
    /** Pieces that wait: one is enough to keep both threads busy. */
    private static final int AHEAD = 2;

    private final ImportRun run;
    private final Spool spool;
    private final ImportScope scope;
    private final Preparation preparation;
    private final PieceWriter writer;
    private final ImportSettings settings;
    private final ObjectMapper json;
    private final BlockingQueue<Read> read = new ArrayBlockingQueue<>(AHEAD);

    /** A piece, or, with none, the end and why. */
    private record Read(Piece piece, Refusal problem) {}

    Pipeline(
            ImportRun run,
            Spool spool,
            ImportScope scope,
            Preparation preparation,
            PieceWriter writer,
            ImportSettings settings,
            ObjectMapper json) {
        this.run = run;
        this.spool = spool;
        this.scope = scope;
        this.preparation = preparation;
        this.writer = writer;
        this.settings = settings;
        this.json = json;
    }

    /** Answers why the body could not be read to its end, or null. */
    Refusal run() throws InterruptedException {
        Thread reader = new Thread(this::read, "import-reader");
        reader.setDaemon(true);
        reader.start();
        try {
            Tally tally = run.tally();
            while (true) {
                Read next = read.take();
                if (next.piece() == null) {
                    return next.problem();
                }
                tally = write(tally, next.piece());
            }
        } finally {
            reader.interrupt();
            reader.join();
        }
    }

    private void read() {
        Refusal problem = null;
        try {
            readAll();
        } catch (InterruptedException e) {
            return;
        } catch (Refusal e) {
            problem = e;
        } catch (IOException e) {
            LOG.warnf("the spool of import %s cannot be read: %s", run.id(), e.getMessage());
            problem = new Refusal(ProblemType.SPOOL_LOST);
        } catch (RuntimeException e) {
            LOG.errorf(e, "import %s cannot be read", run.id());
            problem = new Refusal(ProblemType.INTERNAL_ERROR);
        }
        try {
            read.put(new Read(null, problem));
        } catch (InterruptedException e) {
            // nobody waits for the end any more
        }
    }

    private void readAll() throws IOException, InterruptedException {
        try (Lines lines = BodyType.open(
                MediaType.valueOf(run.mediaType()), () -> spool.open(run.id(), run.spoolKey()), run.record(), json)) {
            for (long done = run.tally().lines(); done > 0; done--) {
                lines.next();
            }
            List<Piece.Prepared> piece = new ArrayList<>();
            try {
                for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                    piece.add(prepared(line.get()));
                    if (piece.size() == settings.pieceLines()) {
                        read.put(new Read(new Piece(piece), null));
                        piece = new ArrayList<>();
                        scope.refresh();
                    }
                }
            } finally {
                if (!piece.isEmpty() && !Thread.currentThread().isInterrupted()) {
                    read.put(new Read(new Piece(piece), null));
                }
            }
        }
    }

    /** What the register says is asked until it answers. */
    private Piece.Prepared prepared(Line line) throws InterruptedException {
        while (true) {
            try {
                return preparation.prepared(line, scope);
            } catch (RuntimeException e) {
                if (!DatabaseAway.is(e)) {
                    LOG.errorf(e, "line %d cannot be checked", line.number());
                    return Piece.Prepared.refused(line, new Refusal(ProblemType.INTERNAL_ERROR));
                }
                pause(e);
            }
        }
    }

    /** Until it is committed: a failure that passes is waited for, and one in bulk is looked for line by line. */
    private Tally write(Tally before, Piece piece) throws InterruptedException {
        boolean inBulk = true;
        while (true) {
            try {
                return writer.write(run, before, piece, inBulk);
            } catch (QuietLines.Interrupted e) {
                LOG.debugf("import %s tries a piece again: %s", run.id(), e.getMessage());
            } catch (SQLException | RuntimeException e) {
                if (e instanceof PieceWriter.TakenOver taken) {
                    throw taken;
                }
                if (DatabaseAway.is(e)) {
                    pause(e);
                } else if (inBulk) {
                    LOG.warnf("import %s records a piece line by line: %s", run.id(), cause(e));
                    inBulk = false;
                } else {
                    throw new IllegalStateException("a piece that cannot be recorded", e);
                }
            }
        }
    }

    /** A message of the database could quote a row. */
    private static String cause(Exception e) {
        return e instanceof SQLException sql
                ? "SQL state " + sql.getSQLState()
                : e.getClass().getSimpleName();
    }

    private void pause(Exception why) throws InterruptedException {
        LOG.warnf(
                "import %s waits for the database: %s", run.id(), why.getClass().getSimpleName());
        TimeUnit.MILLISECONDS.sleep(settings.pause().toMillis());
    }
}
