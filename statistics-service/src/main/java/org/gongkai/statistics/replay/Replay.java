package org.gongkai.statistics.replay;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongkai.statistics.confirmation.YearMarkTable;
import org.gongkai.statistics.confirmation.YearMarks;
import org.gongkai.statistics.consumption.Journal;
import org.gongkai.statistics.consumption.Numbering;
import org.gongkai.statistics.counting.CellTable;
import org.gongkai.statistics.counting.Dictionary;
import org.gongkai.statistics.counting.KeyedDeltas;
import org.gongkai.statistics.counting.StampTable;
import org.gongkai.statistics.counting.Tally;
import org.gongkai.statistics.fact.Fact;
import org.gongkai.statistics.fact.FactReader;
import org.gongkai.statistics.fact.Reading;
import org.gongkai.statistics.lane.Advance;
import org.gongkai.statistics.lane.CountedPosition;
import org.gongkai.statistics.lane.LaneTable;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.ledger.Ledgers;
import org.gongkai.statistics.organisation.NumberedChange;
import org.gongkai.statistics.organisation.OrganisationTables;
import org.gongkai.statistics.replay.Replayed.Answer;
import org.gongkai.statistics.replay.Replayed.Result;
import org.gongkai.statistics.replay.Replayed.Settled;
import org.gongkai.statistics.replay.Replayed.StillUnreadable;
import org.gongkai.statistics.trail.TrailRetry;
import org.gongkai.statistics.unreadable.UnreadableFact;
import org.gongkai.statistics.unreadable.UnreadableFact.Header;
import org.gongkai.statistics.unreadable.UnreadableFact.Number;
import org.gongkai.statistics.unreadable.UnreadableTable;

/**
 * Reads a stored fact again, usually with a newer version of this service. What can be read now is counted and deleted in
 * one transaction, without asking the position: its lane has moved past it long ago.
 */
@ApplicationScoped
class Replay {

    private final Ledgers ledgers;
    private final Dictionary dictionary;
    private final Journal journal;
    private final CountedPosition counted;
    private final TrailRetry trail;

    Replay(Ledgers ledgers, Dictionary dictionary, Journal journal, CountedPosition counted, TrailRetry trail) {
        this.ledgers = ledgers;
        this.dictionary = dictionary;
        this.journal = journal;
        this.counted = counted;
        this.trail = trail;
    }

    Replayed replay(UUID id) throws SQLException, Journal.Unreachable {
        while (true) {
            List<UnreadableFact> taken = new ArrayList<>();
            Optional<Replayed> replayed =
                    ledgers.write(ledgers.standing().ledger(), connection -> replay(connection, id, taken));
            if (replayed.isPresent()) {
                if (replayed.get() instanceof Settled settled) {
                    // No lane moved; yet whatever touched the fact may be complete now.
                    counted.advance(new Advance(settled.position(), settled.position(), Set::of, true));
                    if (settled.answer().result() == Result.COUNTED) {
                        trail.counted(taken.get(0));
                    }
                }
                return replayed.get();
            }
        }
    }

    /** Empty where another ledger has become live in this moment. */
    private Optional<Replayed> replay(Connection connection, UUID id, List<UnreadableFact> taken)
            throws SQLException, Journal.Unreachable {
        Optional<UnreadableFact> fact = UnreadableTable.take(connection, id);
        if (fact.isEmpty()) {
            return Optional.of(new Replayed.Unknown());
        }
        taken.add(fact.get());
        Number number = fact.get().number();
        Position counted = LaneTable.read(connection).position();
        // The same lock first as a batch takes, so that the two never wait for each other in a circle.
        if (number != null && LaneTable.lock(connection, number.lane()) != counted.generation()) {
            return Optional.empty();
        }
        Replayed replayed =
                number == null ? foreign(fact.get(), counted) : numbered(connection, fact.get(), number, counted);
        if (replayed instanceof Settled) {
            UnreadableTable.delete(connection, id);
        } else if (replayed instanceof StillUnreadable still) {
            UnreadableTable.setReason(connection, id, still.reason());
        }
        return Optional.of(replayed);
    }

    private Replayed numbered(Connection connection, UnreadableFact fact, Number number, Position counted)
            throws SQLException {
        if (number.generation() != counted.generation()) {
            return new StillUnreadable("header ce_generation: " + number.generation() + " is not the one counted");
        }
        Reading reading = FactReader.read(
                Header.text(fact.headers(), "ce_type"), Header.text(fact.headers(), "ce_subject"), fact.value());
        if (reading instanceof Reading.Unreadable not) {
            return new StillUnreadable(not.reason());
        }
        count(connection, ((Reading.Readable) reading).fact(), number);
        return new Settled(new Answer(fact.id(), Result.COUNTED), counted);
    }

    private void count(Connection connection, Fact fact, Number number) throws SQLException {
        Tally tally = new Tally();
        tally.add(fact.deltas());
        KeyedDeltas deltas = dictionary.keyed(tally);
        CellTable.add(connection, deltas);
        // Its own position, not the lane's: what was counted or confirmed since is later than it.
        YearMarks marks = new YearMarks();
        marks.add(fact.organisation(), number.position(), fact.years(), fact.confirmation());
        int[] markedBodies = dictionary.organisations(marks.organisations());
        YearMarkTable.keep(connection, marks.marks(), markedBodies);
        StampTable.put(connection, deltas, markedBodies);
        List<NumberedChange> changes = new ArrayList<>();
        fact.treeChanges().forEach(change -> changes.add(new NumberedChange(number.position(), change)));
        OrganisationTables.apply(connection, changes);
    }

    /** A record that moved no lane: if it was a fact, its number is counted from the journal, or else still missing. */
    private Replayed foreign(UnreadableFact fact, Position counted) throws Journal.Unreachable {
        Numbering numbering = Numbering.of(fact.headers());
        if (numbering instanceof Numbering.Numbered numbered) {
            Number number = numbered.number();
            return number.generation() == counted.generation() && number.position() <= counted.of(number.lane())
                    ? new Settled(new Answer(fact.id(), Result.COUNTED_FROM_JOURNAL), counted)
                    : new StillUnreadable("its lane has not come as far as its position");
        }
        String reason = ((Numbering.Foreign) numbering).reason();
        return counted.includes(journal.published())
                ? new Settled(new Answer(fact.id(), Result.NOT_OF_THE_JOURNAL), counted)
                : new StillUnreadable(reason + "; it can be set aside when every published fact is counted");
    }
}
