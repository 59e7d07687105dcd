package org.gongkai.statistics.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.gongkai.statistics.confirmation.YearMark;
import org.gongkai.statistics.confirmation.YearMarkTable;
import org.gongkai.statistics.counting.CellTable;
import org.gongkai.statistics.counting.Dictionary;
import org.gongkai.statistics.counting.KeyedDeltas;
import org.gongkai.statistics.counting.StampTable;
import org.gongkai.statistics.lane.LaneMove;
import org.gongkai.statistics.lane.LaneTable;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.organisation.OrganisationTables;
import org.gongkai.statistics.unreadable.UnreadableTable;

/** Writes a batch to a ledger, live or not: counts and positions in one transaction. */
@ApplicationScoped
class LedgerWriter {

    private final Ledgers ledgers;
    private final Dictionary dictionary;
    private final Clock clock;
    private final CountingMetrics metrics;

    LedgerWriter(Ledgers ledgers, Dictionary dictionary, Clock clock, CountingMetrics metrics) {
        this.ledgers = ledgers;
        this.dictionary = dictionary;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Writes.
     *
     * @return false where a lane of the ledger is no longer where the batch started: nothing was written
     */
    boolean write(int ledger, Batch<Counting> batch) throws SQLException {
        Counting counting = batch.fold();
        List<LaneMove> moves = batch.moves();
        List<YearMark> marks = counting.yearMarks();
        KeyedDeltas deltas = dictionary.keyed(counting.tally());
        int[] markedBodies = dictionary.organisations(
                marks.stream().map(YearMark::organisation).toList());
        OffsetDateTime now = OffsetDateTime.now(clock);
        return ledgers.write(ledger, connection -> {
                    if (!moves.isEmpty()
                            && !LaneTable.move(connection, batch.end().generation(), moves, now)) {
                        return Optional.empty();
                    }
                    if (batch.showsNewerGeneration()) {
                        LaneTable.noteNewerGeneration(connection, batch.newestGeneration());
                    }
                    CellTable.add(connection, deltas);
                    StampTable.put(connection, deltas, markedBodies);
                    UnreadableTable.store(connection, counting.unreadable());
                    YearMarkTable.keep(connection, marks, markedBodies);
                    metrics.foreign.increment(UnreadableTable.store(connection, counting.foreign()));
                    OrganisationTables.apply(connection, counting.treeChanges());
                    return Optional.of(true);
                })
                .isPresent();
    }
}
