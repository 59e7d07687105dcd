package org.gongkai.intake.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.intake.journal.Entry;
import org.gongkai.intake.journal.Fact;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;

/**
 * One transaction over records of one organisation: state first, and, when all of it is written, the facts that lead from
 * what the records said to what they say, under the lane's lock. The record that the call is about comes last, so that its
 * newest fact stands highest.
 */
public final class Writing {

    private final Connection connection;
    private final Journal journal;
    private final ObjectMapper json;
    private final String by;
    private final OffsetDateTime now;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Runnable> checks = new ArrayList<>();
    private boolean marked;

    Writing(Connection connection, Journal journal, ObjectMapper json, String by, OffsetDateTime now) {
        this.connection = connection;
        this.journal = journal;
        this.json = json;
        this.by = by;
        this.now = now;
    }

    /** Today in Asia/Shanghai. */
    public LocalDate today() {
        return now.toLocalDate();
    }

    /** The record, kept from others until the end of the transaction. */
    public <S> Optional<Kept<S>> lock(RecordKind<?, S> kind, UUID id) {
        return run(() -> {
            RecordTable<S> table = new RecordTable<>(kind);
            table.lock(connection, id);
            return table.byId(connection, id);
        });
    }

    /** One that stands with these values, likewise. */
    public <S> Optional<Kept<S>> lock(RecordKind<?, S> kind, String organisation, List<Records.Equal> equal) {
        return run(() -> {
            RecordTable<S> table = new RecordTable<>(kind);
            Optional<Kept<S>> found = table.lockStanding(connection, organisation, equal);
            return found.isPresent() && table.isSpread()
                    ? table.byId(connection, found.get().id())
                    : found;
        });
    }

    /** An id of now. */
    public UUID newId() {
        return journal.newId();
    }

    /** A fact about something that is written beside the records, to be journaled with theirs. */
    public void journal(Entry entry) {
        entries.add(entry);
    }

    /** What can be gone back to. */
    public record Mark(int facts) {}

    /** Where the transaction stands; no former mark can be gone back to any more. */
    public Mark mark() {
        execute(marked ? "RELEASE SAVEPOINT mark; SAVEPOINT mark" : "SAVEPOINT mark");
        marked = true;
        return new Mark(entries.size());
    }

    /** What came after the newest mark did not happen. */
    public void backTo(Mark mark) {
        execute("ROLLBACK TO SAVEPOINT mark");
        entries.subList(mark.facts(), entries.size()).clear();
    }

    private void execute(String sql) {
        run(() -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** The last step before the commit of many facts, of one organisation or of many: where the last of each lane stands. */
    public List<Position> journalByLane() {
        return run(() -> journal.append(connection, entries));
    }

    /** Reads within the transaction. */
    public <T> T read(Reading<T> reading) {
        return run(() -> reading.from(connection));
    }

    /** To be run when all is journaled: under the lane's lock, so that every earlier fact of the lane can be seen. */
    public void atLast(Runnable check) {
        checks.add(check);
    }

    /**
     * A new record; empty where another that stands has its natural key. The row comes first, so that a repeat waits for the
     * first one to end and is known as a repeat before anything else is asked.
     */
    public <S> Optional<Kept<S>> insert(RecordKind<?, S> kind, UUID id, String organisation, S state) {
        List<Entry> first = stated(kind, id, organisation, state);
        Kept<S> row = made(id, organisation, state, first);
        if (!run(() -> new RecordTable<>(kind).insert(connection, row))) {
            return Optional.empty();
        }
        S settled = kind.settled(this, id, null, state);
        if (settled.equals(state)) {
            entries.addAll(first);
            return Optional.of(row);
        }
        List<Entry> facts = stated(kind, id, organisation, settled);
        Kept<S> record = made(id, organisation, settled, facts);
        run(() -> {
            new RecordTable<>(kind).update(connection, record);
            return null;
        });
        entries.addAll(facts);
        return Optional.of(record);
    }

    /** New records of a kind that settles nothing, in one go; null where another that stands has the natural key. */
    <S> List<Kept<S>> insertAll(RecordKind<?, S> kind, List<String> organisations, List<S> states) {
        List<Kept<S>> rows = new ArrayList<>();
        List<List<Entry>> facts = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            UUID id = newId();
            List<Entry> first = stated(kind, id, organisations.get(i), states.get(i));
            facts.add(first);
            rows.add(made(id, organisations.get(i), states.get(i), first));
        }
        boolean[] inserted = run(() -> new RecordTable<>(kind).insertAll(connection, rows));
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i]) {
                entries.addAll(facts.get(i));
            } else {
                rows.set(i, null);
            }
        }
        return rows;
    }

    private <S> List<Entry> stated(RecordKind<?, S> kind, UUID id, String organisation, S state) {
        return RecordFact.between(id, organisation, Map.of(), kind.says(state)).stream()
                .map(fact -> journal.entry(fact, by))
                .toList();
    }

    private static <S> Kept<S> made(UUID id, String organisation, S state, List<Entry> facts) {
        UUID last = facts.get(facts.size() - 1).id();
        return new Kept<>(id, organisation, state, 1, last, last, null);
    }

    /** The record in another state; not a correction. */
    public <S> Kept<S> put(RecordKind<?, S> kind, Kept<S> kept, S state) {
        S settled = kind.settled(this, kept.id(), kept.state(), state);
        return write(
                kind,
                kept,
                settled,
                null,
                RecordFact.between(kept.id(), kept.organisation(), kind.says(kept.state()), kind.says(settled)));
    }

    /** The record in another state, all of which is stated anew: what was stated before is not taken back. */
    public <S> Kept<S> restate(RecordKind<?, S> kind, Kept<S> kept, S state) {
        S settled = kind.settled(this, kept.id(), kept.state(), state);
        return write(
                kind,
                kept,
                settled,
                null,
                RecordFact.between(kept.id(), kept.organisation(), Map.of(), kind.says(settled)));
    }

    /** The record mended, with the reason kept. */
    public <S> Kept<S> correct(
            RecordKind<?, S> kind, Kept<S> kept, S state, Correction.Part part, Correction.Act act, String reason) {
        Kept<S> mended = put(kind, kept, state);
        note(kind, kept, mended.version(), part, act, reason);
        return mended;
    }

    /** The record taken back, with all that stands on it. */
    public <S> Kept<S> retract(RecordKind<?, S> kind, Kept<S> kept, String reason) {
        kind.settled(this, kept.id(), kept.state(), null);
        Kept<S> retracted = write(
                kind,
                kept,
                kept.state(),
                new Kept.Retraction(now, reason),
                RecordFact.between(kept.id(), kept.organisation(), kind.says(kept.state()), Map.of()));
        note(kind, kept, retracted.version(), Correction.Part.RECORD, Correction.Act.RETRACTED, reason);
        return retracted;
    }

    /** Whether the record is as a correction of this kind left it: then the same again is a repeat. */
    public boolean lastCorrected(Kept<?> kept, Correction.Part part, Correction.Act act) {
        return run(() -> CorrectionTable.of(connection, kept.id())).stream()
                .anyMatch(each -> each.version() == kept.version() && each.part() == part && each.act() == act);
    }

    private <S> Kept<S> write(
            RecordKind<?, S> kind, Kept<S> kept, S state, Kept.Retraction retraction, List<Fact> facts) {
        UUID last = journal(facts, kept.lastFact());
        boolean sameBody = kind.body(state).equals(kind.body(kept.state()));
        Kept<S> written = new Kept<>(
                kept.id(),
                kept.organisation(),
                state,
                kept.version() + 1,
                sameBody ? kept.contentFact() : last,
                last,
                retraction);
        run(() -> {
            new RecordTable<>(kind).update(connection, written);
            return null;
        });
        return written;
    }

    private <S> void note(
            RecordKind<?, S> kind,
            Kept<S> kept,
            long version,
            Correction.Part part,
            Correction.Act act,
            String reason) {
        run(() -> {
            CorrectionTable.insert(
                    connection, kept.id(), new Correction(version, part, act, reason, text(kind, kept), now, by));
            return null;
        });
    }

    private <S> String text(RecordKind<?, S> kind, Kept<S> kept) {
        try {
            return json.writeValueAsString(kind.shown(kept.state()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that is no JSON", e);
        }
    }

    /** Answers the id of the last of them, or the given one where there are none. */
    private UUID journal(List<Fact> facts, UUID otherwise) {
        UUID last = otherwise;
        for (Fact fact : facts) {
            Entry entry = journal.entry(fact, by);
            entries.add(entry);
            last = entry.id();
        }
        return last;
    }

    /** The last step before the commit; empty where nothing was journaled. */
    Optional<Position> journalAll() {
        return run(() -> {
            Position last = null;
            for (Entry entry : entries) {
                last = journal.append(connection, entry);
            }
            checks.forEach(Runnable::run);
            return Optional.ofNullable(last);
        });
    }

    private static <T> T run(Sql<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new RecordsUnavailable(e);
        }
    }

    /** What is read within the transaction. */
    public interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    private interface Sql<T> {
        T run() throws SQLException;
    }
}
