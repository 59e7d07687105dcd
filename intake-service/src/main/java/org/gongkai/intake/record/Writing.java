package org.gongkai.intake.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
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
        return run(() -> new RecordTable<>(kind).byId(connection, id, true));
    }

    /** The one that stands with this natural key, likewise. */
    public <S> Optional<Kept<S>> lock(RecordKind<?, S> kind, String organisation, List<Object> key) {
        return run(() -> new RecordTable<>(kind).byKey(connection, organisation, key, true));
    }

    /** A new record; empty where another that stands has its natural key. */
    public <S> Optional<Kept<S>> insert(RecordKind<?, S> kind, UUID id, String organisation, S state) {
        kind.moveOthers(this, id, null, state);
        UUID fact = journal(RecordFact.between(id, organisation, Map.of(), kind.says(state)), null);
        Kept<S> made = new Kept<>(id, organisation, state, 1, fact, fact, null);
        return run(() -> new RecordTable<>(kind).insert(connection, made)) ? Optional.of(made) : Optional.empty();
    }

    /** The record in another state; not a correction. */
    public <S> Kept<S> put(RecordKind<?, S> kind, Kept<S> kept, S state) {
        kind.moveOthers(this, kept.id(), kept.state(), state);
        return write(
                kind,
                kept,
                state,
                null,
                RecordFact.between(kept.id(), kept.organisation(), kind.says(kept.state()), kind.says(state)));
    }

    /** The record in another state, all of which is stated anew: what was stated before is not taken back. */
    public <S> Kept<S> restate(RecordKind<?, S> kind, Kept<S> kept, S state) {
        return write(
                kind,
                kept,
                state,
                null,
                RecordFact.between(kept.id(), kept.organisation(), Map.of(), kind.says(state)));
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
        kind.moveOthers(this, kept.id(), kept.state(), null);
        Kept<S> retracted = write(
                kind,
                kept,
                kept.state(),
                new Kept.Retraction(now, reason),
                RecordFact.between(kept.id(), kept.organisation(), kind.says(kept.state()), Map.of()));
        note(kind, kept, retracted.version(), Correction.Part.RECORD, Correction.Act.RETRACTED, reason);
        return retracted;
    }

    /** Whether this part of a record was ever retracted: then doing so again is a repeat. */
    public boolean wasRetracted(UUID record, Correction.Part part) {
        return run(() -> CorrectionTable.of(connection, record)).stream()
                .anyMatch(each -> each.part() == part && each.act() == Correction.Act.RETRACTED);
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

    private interface Sql<T> {
        T run() throws SQLException;
    }
}
