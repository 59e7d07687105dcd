package org.gongkai.intake.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.organisation.VersionTag;

/** Quiet records of every kind: writes them together with their facts, and reads them. */
@ApplicationScoped
public class Records {

    /** Two records that came and went between looking and writing are odd; three are a mistake of ours. */
    private static final int TRIES = 3;

    @Inject
    DataSource database;

    @Inject
    Journal journal;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /**
     * What a write came to.
     *
     * @param record as it stands
     * @param created whether it is new
     * @param position of the newest of the facts that made it so
     */
    public record Written<S>(Kept<S> record, boolean created, Position position) {}

    /** Work within one transaction; answers the record that it was given where that needs no change. */
    public interface Change<S> {
        Kept<S> make(Writing writing, Kept<S> kept);
    }

    /** A new record, or the one that stands with its natural key, whatever its content. */
    public <S> Written<S> record(RecordKind<?, S> kind, String organisation, List<Object> key, S state, String by) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Written<S>> made = insert(kind, organisation, state, by);
            if (made.isPresent()) {
                journal.committed();
                return made.get();
            }
            Optional<Kept<S>> existing = standing(kind, organisation, key);
            if (existing.isPresent()) {
                return new Written<>(
                        existing.get(), false, journal.positionOf(existing.get().contentFact()));
            }
        }
        throw new IllegalStateException("neither recorded nor there");
    }

    private <S> Optional<Written<S>> insert(RecordKind<?, S> kind, String organisation, S state, String by) {
        try {
            return Optional.of(inTransaction(by, writing -> {
                Kept<S> made = writing.insert(kind, journal.newId(), organisation, state)
                        .orElseThrow(Taken::new);
                return new Written<>(made, true, writing.journalAll().orElseThrow());
            }));
        } catch (Taken e) {
            return Optional.empty();
        }
    }

    /** Changes a record that exists; {@code ifMatch} is asked where something changes. */
    public <S> Written<S> change(RecordKind<?, S> kind, UUID id, String ifMatch, String by, Change<S> change) {
        Written<S> written = inTransaction(by, writing -> {
            Kept<S> kept = writing.lock(kind, id).orElseThrow();
            Kept<S> changed = change.make(writing, kept);
            if (changed != kept) {
                VersionTag.require(ifMatch, kept.version());
            }
            Optional<Position> position = writing.journalAll();
            return new Written<>(changed, false, position.orElseGet(() -> journal.positionOf(changed.lastFact())));
        });
        journal.committed();
        return written;
    }

    /** Work in one transaction that any exception rolls back. */
    private <T> T inTransaction(String by, Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return work.with(new Writing(connection, journal, json, by, OffsetDateTime.now(clock)));
            } catch (SQLException e) {
                throw new RecordsUnavailable(e);
            }
        });
    }

    /** Work over many records in a transaction that the caller began and will commit. */
    public Writing writing(Connection connection, String by) {
        return new Writing(connection, journal, json, by, OffsetDateTime.now(clock));
    }

    /** A record, retracted or not. */
    public <S> Optional<Kept<S>> byId(RecordKind<?, S> kind, UUID id) {
        return read(connection -> new RecordTable<>(kind).byId(connection, id));
    }

    /** The newest with this natural key, retracted or not. */
    public <S> Optional<Kept<S>> newest(RecordKind<?, S> kind, String organisation, List<Object> key) {
        return read(connection -> new RecordTable<>(kind).newest(connection, organisation, kind.keyOf(key)));
    }

    private <S> Optional<Kept<S>> standing(RecordKind<?, S> kind, String organisation, List<Object> key) {
        return read(connection -> new RecordTable<>(kind).standing(connection, organisation, kind.keyOf(key)));
    }

    /** Its corrections, oldest first. */
    public List<Correction> corrections(UUID record) {
        return read(connection -> CorrectionTable.of(connection, record));
    }

    /**
     * What is asked for; null is any.
     *
     * @param root the bodies at and below it
     * @param year that the record counts for
     * @param equal columns with the value that they must have
     * @param after id of the last one already read
     * @param most how many
     */
    public record Wanted(String root, Integer year, List<Equal> equal, UUID after, int most) {}

    /** A column with the value that it must have; a null value is any. */
    public record Equal(String column, Object value) {}

    /** Those that stand, in the order of their ids, which is that of entry. */
    public <S> List<Kept<S>> list(RecordKind<?, S> kind, Wanted wanted) {
        RecordTable<S> table = new RecordTable<>(kind);
        ListQuery query = new ListQuery(table.select(), wanted.root(), journal.today())
                .where(kind.year() + " = ?", wanted.year());
        wanted.equal().forEach(each -> query.where("r." + each.column() + " = ?", each.value()));
        query.page(wanted.after(), wanted.most());
        return read(connection -> table.read(connection, query.text(), query.values()));
    }

    /** Reads by itself. */
    public <T> T read(Writing.Reading<T> reading) {
        try (Connection connection = database.getConnection()) {
            return reading.from(connection);
        } catch (SQLException e) {
            throw new RecordsUnavailable(e);
        }
    }

    private interface Work<T> {
        T with(Writing writing) throws SQLException;
    }

    /** The natural key is taken; what was written beside is rolled back. */
    private static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Taken() {
            super("taken", null, false, false);
        }
    }
}
