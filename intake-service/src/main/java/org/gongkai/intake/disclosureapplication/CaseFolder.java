package org.gongkai.intake.disclosureapplication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.personaldata.AccessLog;

/** Cases for what belongs to them and is kept elsewhere: found, kept from others, and who read what. */
@ApplicationScoped
public class CaseFolder {

    @Inject
    CaseReading reading;

    @Inject
    ApplicationTable table;

    @Inject
    Cases cases;

    @Inject
    AccessLog accesses;

    @Inject
    Caller caller;

    @Inject
    Journal journal;

    /**
     * What is said of a case without its content.
     *
     * @param version of the case, which what belongs to it does not raise
     * @param lastFact its newest fact
     * @param voidedAt null while it stands
     * @param erased whether its personal data were erased
     * @param readable whether the caller's own body holds it, so that personal data are told
     */
    public record Cover(
            UUID id, long version, UUID lastFact, OffsetDateTime voidedAt, boolean erased, boolean readable) {}

    /** Work on a case that nobody else changes meanwhile. */
    public interface Changing<T> {
        T of(Connection connection, Cover locked) throws SQLException;
    }

    /** Work that only reads. */
    public interface Reading<T> {
        T of(Connection connection) throws SQLException;
    }

    /** A case of the caller's subtree; any other is as unknown. */
    public Cover reached(String id) {
        DisclosureApplication application = reading.reached(id);
        return cover(application, reading.readable(application));
    }

    /** Whose the case is; empty where there is none. */
    public Optional<String> holderOf(UUID id) {
        return table.organisationOf(id);
    }

    /** In one transaction that any exception rolls back. */
    public <T> T changing(Cover cover, Changing<T> change) {
        return cases.inTransaction(connection -> {
            DisclosureApplication locked =
                    table.lock(connection, List.of(cover.id())).get(0);
            return change.of(connection, cover(locked, cover.readable()));
        });
    }

    /** Reads by itself. */
    public <T> T reading(Reading<T> work) {
        return cases.read(work::of);
    }

    /** Where the case's newest fact stands, for a write that makes none. */
    public Position position(Cover cover) {
        return journal.positionOf(cover.lastFact());
    }

    /** Notes that the caller is told personal data of what belongs to the case, where its body holds it. */
    public void note(Cover cover, AccessLog.Call call, UUID attachment) {
        if (cover.readable()) {
            accesses.note(caller.subject(), caller.claim(), cover.id(), call, attachment);
        }
    }

    private static Cover cover(DisclosureApplication application, boolean readable) {
        return new Cover(
                application.id(),
                application.version(),
                application.lastFact(),
                application.voided() == null ? null : application.voided().at(),
                application.content().applicant().name() == null,
                readable);
    }
}
