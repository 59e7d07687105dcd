package org.gongkai.intake.otherrequest;

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
import org.gongkai.intake.organisation.VersionTag;
import org.gongkai.intake.personaldata.Seal;
import org.gongkai.intake.record.Correction;
import org.gongkai.intake.record.ListQuery;
import org.gongkai.intake.record.RecordsUnavailable;

/** Requests of every kind: written and read, and never journaled. */
@ApplicationScoped
class OtherRequests {

    /** Two requests that came and went between looking and writing are odd; three are a mistake of ours. */
    private static final int TRIES = 3;

    @Inject
    DataSource database;

    @Inject
    Journal journal;

    @Inject
    Seal seal;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** What was asked to be recorded: the request that has its natural key, and whether it is new. */
    record Recorded<B extends Record & OtherRequestBody<B>, R extends Enum<R> & Result>(
            OtherRequest<B, R> request, boolean created) {}

    /**
     * What a call makes of a request.
     *
     * @param request as it is to be
     * @param part that is corrected, or null where that is no correction
     * @param act how it is corrected
     * @param reason why
     */
    record Changed<B extends Record & OtherRequestBody<B>, R extends Enum<R> & Result>(
            OtherRequest<B, R> request, Correction.Part part, Correction.Act act, String reason) {}

    /** Decides under the row's lock; empty where all is as it is asked for already. */
    interface Change<B extends Record & OtherRequestBody<B>, R extends Enum<R> & Result> {
        Optional<Changed<B, R>> of(OtherRequest<B, R> kept, List<Correction> corrections);
    }

    /** A new request, or the one that stands with its natural key, whatever its content. */
    <B extends Record & OtherRequestBody<B>, R extends Enum<R> & Result> Recorded<B, R> record(
            OtherRequestKind<B, R> kind, B body) {
        OtherRequestTable<B, R> table = new OtherRequestTable<>(kind, seal);
        for (int i = 0; i < TRIES; i++) {
            OtherRequest<B, R> made = new OtherRequest<>(journal.newId(), body, null, 1, null, null);
            if (read(connection -> table.insert(connection, made))) {
                return new Recorded<>(made, true);
            }
            Optional<OtherRequest<B, R>> existing =
                    read(connection -> table.standing(connection, body.organisation(), body.caseNumber()));
            if (existing.isPresent()) {
                return new Recorded<>(existing.get(), false);
            }
        }
        throw new IllegalStateException("neither recorded nor there");
    }

    /** Changes a request that exists; {@code ifMatch} is asked where something changes. */
    <B extends Record & OtherRequestBody<B>, R extends Enum<R> & Result> void change(
            OtherRequestKind<B, R> kind, UUID id, String ifMatch, String by, Change<B, R> change) {
        OtherRequestTable<B, R> table = new OtherRequestTable<>(kind, seal);
        CorrectionLines lines = new CorrectionLines(seal);
        inTransaction(connection -> {
            OtherRequest<B, R> kept = table.lock(connection, id).orElseThrow();
            Changed<B, R> changed = change.of(kept, lines.of(connection, id)).orElse(null);
            if (changed == null) {
                return null;
            }
            VersionTag.require(ifMatch, kept.version());
            table.update(connection, changed.request());
            if (changed.part() != null) {
                lines.insert(
                        connection,
                        id,
                        new Correction(
                                changed.request().version(),
                                changed.part(),
                                changed.act(),
                                changed.reason(),
                                kept.json(json).toString(),
                                OffsetDateTime.now(clock),
                                by));
            }
            return null;
        });
    }

    /** In clear or masked, retracted or not. */
    <B extends Record & OtherRequestBody<B>, R extends Enum<R> & Result> Optional<OtherRequest<B, R>> byId(
            OtherRequestKind<B, R> kind, UUID id, boolean readable) {
        SealedRow.Opening opening = readable ? seal::open : SealedRow.MASKED;
        return read(connection -> new OtherRequestTable<>(kind, seal).byId(connection, id, opening));
    }

    /** Its corrections, oldest first, in clear or masked. */
    List<Correction> corrections(UUID id, boolean readable) {
        List<Correction> found = read(connection -> new CorrectionLines(seal).of(connection, id));
        return readable ? found : found.stream().map(CorrectionLines::masked).toList();
    }

    /**
     * What is asked for; null is any.
     *
     * @param root the bodies at and below it
     * @param year of receipt
     * @param open whether they have no conclusion
     * @param after id of the last one already read
     * @param most how many
     */
    record Wanted(String root, Integer year, Boolean open, UUID after, int most) {}

    /** Those that stand, masked, in the order of their ids, which is that of entry. */
    <B extends Record & OtherRequestBody<B>, R extends Enum<R> & Result> List<OtherRequest<B, R>> list(
            OtherRequestKind<B, R> kind, Wanted wanted) {
        OtherRequestTable<B, R> table = new OtherRequestTable<>(kind, seal);
        ListQuery query = new ListQuery(table.select(), wanted.root(), journal.today())
                .where("extract(year FROM r.received_on) = ?", wanted.year())
                .where("(r.concluded_on IS NULL) = ?", wanted.open())
                .page(wanted.after(), wanted.most());
        return read(connection -> table.read(connection, query.text(), query.values(), SealedRow.MASKED));
    }

    /** Work with a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T read(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new RecordsUnavailable(e);
        }
    }

    /** Work of one transaction that any exception rolls back. */
    <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> read(work));
    }
}
