package org.gongkai.intake.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.gongkai.intake.importing.ImportRun.Tally;
import org.gongkai.intake.importing.LineResult.Status;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.problem.DatabaseAway;
import org.gongkai.intake.problem.NotedRefusal;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.LineKind;
import org.gongkai.intake.record.PreparedLine;
import org.gongkai.intake.record.PreparedLine.Entered;
import org.gongkai.intake.record.QuietLines;
import org.gongkai.intake.record.Records;
import org.gongkai.intake.record.Writing;
import org.jboss.logging.Logger;

/**
 * Records a piece in one transaction: first what can be recorded in bulk, kind by kind (applications before what is said of them), then the rest line by line, so that a
 * line may refer to what another of its piece records; the facts last, every lane once.
 */
@ApplicationScoped
class PieceWriter {

    private static final Logger LOG = Logger.getLogger(PieceWriter.class);

    @Inject
    DataSource database;

    @Inject
    Records records;

    @Inject
    Journal journal;

    @Inject
    ResultTable results;

    /** Another worker has this import. */
    static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Commits it; answers the tally with it.
     *
     * @param before the tally without it
     * @param inBulk false after a failure in bulk, to find the line that it comes from
     */
    Tally write(ImportRun run, Tally before, Piece piece, boolean inBulk) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Tally after = write(connection, run, before, piece, inBulk);
                connection.commit();
                journal.committed();
                return after;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private Tally write(Connection connection, ImportRun run, Tally before, Piece piece, boolean inBulk)
            throws SQLException {
        planAnew(connection);
        if (!ImportTable.lock(connection, run.id(), before.lines())) {
            throw new TakenOver();
        }
        Writing writing = records.writing(connection, run.createdBy());
        LineResult[] found = new LineResult[piece.lines().size()];
        if (inBulk) {
            enterInBulk(writing, piece, found);
        }
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                found[i] = enter(writing, piece.lines().get(i));
            }
        }
        List<LineResult> all = Arrays.asList(found);
        results.insert(connection, run.id(), before.pieces() + 1, all);
        Tally after = new Tally(
                before.pieces() + 1,
                before.lines() + all.size(),
                before.created() + count(all, Status.CREATED),
                before.unchanged() + count(all, Status.UNCHANGED),
                before.refused() + count(all, Status.REFUSED),
                before.position().and(writing.journalByLane()));
        ImportTable.advance(connection, run.id(), after);
        return after;
    }

    /**
     * A plan that a connection kept from when a table was small reads all rows of a body for each line, and an import lets a
     * table grow faster than PostgreSQL looks at it: plans of the piece are its own.
     */
    private static void planAnew(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL plan_cache_mode = force_custom_plan");
        }
    }

    private static long count(List<LineResult> results, Status status) {
        return results.stream().filter(each -> each.status() == status).count();
    }

    private static void enterInBulk(Writing writing, Piece piece, LineResult[] found) {
        Map<LineKind.Bulk, List<Integer>> together = new LinkedHashMap<>();
        for (int i = 0; i < found.length; i++) {
            LineKind kind = piece.lines().get(i).kind();
            Optional<LineKind.Bulk> bulk = kind == null ? Optional.empty() : kind.bulk();
            if (bulk.isPresent()) {
                together.computeIfAbsent(bulk.get(), any -> new ArrayList<>()).add(i);
            }
        }
        together.forEach((bulk, indices) -> {
            List<PreparedLine> lines =
                    indices.stream().map(i -> piece.lines().get(i).prepared()).toList();
            List<Entered> entered = bulk.entered(writing, lines);
            for (int i = 0; i < entered.size(); i++) {
                if (entered.get(i) != null) {
                    found[indices.get(i)] = result(piece.lines().get(indices.get(i)), entered.get(i));
                }
            }
        });
    }

    private static LineResult enter(Writing writing, Piece.Prepared line) {
        if (line.refusal() != null) {
            return refused(line, line.refusal());
        }
        Writing.Mark mark = writing.mark();
        try {
            Entered entered = line.prepared().enter(writing);
            return result(line, entered);
        } catch (Refusal e) {
            writing.backTo(mark);
            return refused(line, e);
        } catch (QuietLines.Interrupted e) {
            throw e;
        } catch (RuntimeException e) {
            if (DatabaseAway.is(e)) {
                throw e;
            }
            writing.backTo(mark);
            LOG.errorf(e, "line %d cannot be recorded", line.number());
            return refused(line, new Refusal(ProblemType.INTERNAL_ERROR));
        }
    }

    private static LineResult result(Piece.Prepared line, Entered entered) {
        Status status = entered.created() ? Status.CREATED : Status.UNCHANGED;
        return new LineResult(line.number(), line.place(), status, entered.id(), null);
    }

    private static LineResult refused(Piece.Prepared line, Refusal refusal) {
        return new LineResult(line.number(), line.place(), Status.REFUSED, null, NotedRefusal.of(refusal));
    }
}
