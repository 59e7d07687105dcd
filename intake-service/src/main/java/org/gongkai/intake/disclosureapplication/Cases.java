package org.gongkai.intake.disclosureapplication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.ApplicationDecided;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.ApplicationReclassified;
import org.gongkai.intake.disclosureapplication.ApplicationTable.ApplicationsUnavailable;
import org.gongkai.intake.journal.Entry;
import org.gongkai.intake.journal.Fact;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.organisation.VersionTag;
import org.gongkai.intake.personaldata.Seal;
import org.gongkai.intake.record.Writing;
import org.gongkai.intake.workingday.Calendars;
import org.gongkai.intake.workingday.WorkingDays;

/** Cases with all their steps: read, and changed in one transaction that journals last. */
@ApplicationScoped
class Cases {

    @Inject
    DataSource database;

    @Inject
    ApplicationTable table;

    @Inject
    Journal journal;

    @Inject
    Seal seal;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    /** What a call makes of a case that nobody else changes meanwhile; empty where all is as it asks for already. */
    interface Change {
        Optional<CaseChange> of(WholeCase kept, Making making) throws SQLException;
    }

    /**
     * What a change may ask.
     *
     * @param connection of the transaction
     * @param calendar to reckon by
     * @param now when it happens
     * @param by who does it
     */
    record Making(Connection connection, Calendars.Loaded calendar, OffsetDateTime now, String by) {

        WorkingDays days() {
            return calendar.days();
        }
    }

    /**
     * What a change came to.
     *
     * @param whole the case as it stands
     * @param position of the newest fact, or null where nothing changed
     */
    record Changed(WholeCase whole, Position position) {}

    /** Changes a case; {@code ifMatch} is asked where something changes. */
    Changed change(UUID id, String ifMatch, String by, Change change) {
        Changed changed = inTransaction(connection -> {
            WholeCase kept = lock(connection, id).orElseThrow();
            Making making = new Making(connection, calendars.loaded(), OffsetDateTime.now(clock), by);
            Optional<CaseChange> wanted = change.of(kept, making);
            if (wanted.isEmpty()) {
                return new Changed(kept, null);
            }
            VersionTag.require(ifMatch, kept.application().version());
            return write(making, wanted.get());
        });
        if (changed.position() != null) {
            journal.committed();
        }
        return changed;
    }

    /** Cases that are changed together within a transaction of many, whose facts are journaled together. */
    ManyCases together(Writing writing, Connection connection, Collection<UUID> ids, String by) throws SQLException {
        Making making = new Making(connection, calendars.loaded(), OffsetDateTime.now(clock), by);
        return new ManyCases(this, writing, making, lock(connection, ids));
    }

    /** Likewise one, there and then; empty where nothing changed. */
    Optional<WholeCase> changeWithin(Writing writing, UUID id, String by, Change change) {
        return writing.read(connection -> {
            WholeCase kept = lock(connection, id).orElseThrow();
            Making making = new Making(connection, calendars.loaded(), OffsetDateTime.now(clock), by);
            Optional<CaseChange> wanted = change.of(kept, making);
            if (wanted.isEmpty()) {
                return Optional.empty();
            }
            Written written = writeState(making, wanted.get());
            written.entries().forEach(writing::journal);
            return Optional.of(written.whole());
        });
    }

    /** A case as it is to be written, and the facts that are still to be journaled. */
    record Written(WholeCase whole, List<Entry> entries) {}

    /** A case from what it was to what it is, and what its history tells of that. */
    record Moved(WholeCase was, WholeCase is, List<HistoryTable.Line> lines) {}

    private Changed write(Making making, CaseChange change) throws SQLException {
        Written written = writeState(making, change);
        Position last = null;
        for (Entry entry : written.entries()) {
            last = journal.append(making.connection(), entry);
        }
        UUID newest = written.whole().application().lastFact();
        return new Changed(written.whole(), last == null ? journal.positionOf(newest) : last);
    }

    private Written writeState(Making making, CaseChange change) throws SQLException {
        Written made = made(making, change);
        writeAll(making, List.of(new Moved(change.was(), made.whole(), List.of(line(making, change, made.whole())))));
        return made;
    }

    /** Writes cases that the transaction has locked; their facts are still to be journaled. */
    void writeAll(Making making, List<Moved> cases) throws SQLException {
        Connection connection = making.connection();
        List<StepTable.Of> fresh = new ArrayList<>();
        List<KeptStep> changed = new ArrayList<>();
        List<HistoryTable.Of> lines = new ArrayList<>();
        for (Moved each : cases) {
            UUID id = each.is().application().id();
            sortSteps(id, each, fresh, changed);
            each.lines().forEach(line -> lines.add(new HistoryTable.Of(id, line)));
        }
        table.update(
                connection,
                cases.stream().map(each -> each.is().application()).toList(),
                making.calendar().version());
        StepTable steps = new StepTable(seal);
        steps.insert(connection, fresh);
        steps.update(connection, changed);
        new HistoryTable(seal).insert(connection, lines);
    }

    /** What a change makes of a case, and the facts that say so. */
    Written made(Making making, CaseChange change) {
        WholeCase is = change.draft().reckoned(making.days());
        List<Fact> facts = new ArrayList<>(PaidFees.between(change.was(), is));
        facts.addAll(CaseFacts.between(change.was().application(), is.application()));
        List<Entry> entries =
                facts.stream().map(fact -> journal.entry(fact, making.by())).toList();
        return new Written(knowing(is, entries), entries);
    }

    /** A new application that was decided elsewhere: as it is to be written, with all its facts and its history. */
    New decidedElsewhere(Entry receipt, CaseChange decision, Calendars.Loaded calendar, String by) {
        Making making = new Making(null, calendar, OffsetDateTime.now(clock), by);
        Written made = made(making, decision);
        List<Entry> entries = new ArrayList<>(List.of(receipt));
        entries.addAll(made.entries());
        return new New(
                made.whole().application(),
                calendar.version(),
                receipt.id(),
                entries,
                line(making, decision, made.whole()));
    }

    /**
     * A row that is new.
     *
     * @param calendar version that it was reckoned by
     * @param receipt id of the fact of its registration
     * @param entries its facts, in order
     * @param line of its history, or null where it is only registered
     */
    record New(
            DisclosureApplication application,
            long calendar,
            UUID receipt,
            List<Entry> entries,
            HistoryTable.Line line) {}

    static HistoryTable.Line line(Making making, CaseChange change, WholeCase written) {
        return new HistoryTable.Line(
                written.application().version(),
                change.act(),
                change.reason(),
                change.note(),
                making.now(),
                making.by());
    }

    /** With the ids of the facts that say so. */
    private static WholeCase knowing(WholeCase is, List<Entry> entries) {
        DisclosureApplication row = is.application();
        UUID last = entries.isEmpty()
                ? row.lastFact()
                : entries.get(entries.size() - 1).id();
        UUID decided = row.decision() == null ? null : row.decidedFact();
        for (Entry entry : entries) {
            boolean decides = entry.fact() instanceof ApplicationDecided
                    || decided == null && entry.fact() instanceof ApplicationReclassified;
            decided = decides && row.decision() != null ? entry.id() : decided;
        }
        return new WholeCase(
                row.with(last, decided),
                is.steps().stream()
                        .map(step -> step.fact() == null ? step.since(last) : step)
                        .toList());
    }

    private static void sortSteps(UUID id, Moved moved, List<StepTable.Of> fresh, List<KeptStep> changed) {
        for (KeptStep step : moved.is().steps()) {
            Optional<KeptStep> before = moved.was().steps().stream()
                    .filter(each -> each.number() == step.number())
                    .findFirst();
            if (before.isEmpty()) {
                fresh.add(new StepTable.Of(id, step));
            } else if (!before.get().equals(step)) {
                changed.add(step);
            }
        }
    }

    private Optional<WholeCase> lock(Connection connection, UUID id) throws SQLException {
        return lock(connection, List.of(id)).stream().findFirst();
    }

    /** The steps are read when the rows are held. */
    private List<WholeCase> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        List<DisclosureApplication> rows = table.lock(connection, ids);
        return wholes(connection, rows);
    }

    /** The case of a row. */
    WholeCase whole(DisclosureApplication application) {
        return wholes(List.of(application)).get(0);
    }

    /** The cases of rows, in their order. */
    List<WholeCase> wholes(List<DisclosureApplication> applications) {
        return read(connection -> wholes(connection, applications));
    }

    private List<WholeCase> wholes(Connection connection, List<DisclosureApplication> applications)
            throws SQLException {
        Collection<UUID> ids =
                applications.stream().map(DisclosureApplication::id).toList();
        Map<UUID, List<KeptStep>> steps = new StepTable(seal).of(connection, ids);
        return applications.stream()
                .map(each -> new WholeCase(each, steps.getOrDefault(each.id(), List.of())))
                .toList();
    }

    /** What was done to it after its registration, oldest first. */
    List<HistoryTable.Line> history(UUID id) {
        return read(connection -> history(connection, id));
    }

    List<HistoryTable.Line> history(Connection connection, UUID id) throws SQLException {
        return new HistoryTable(seal).of(connection, id);
    }

    /** Work of one transaction that any exception rolls back. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    <T> T read(Work<T> reading) {
        try (Connection connection = database.getConnection()) {
            return reading.with(connection);
        } catch (SQLException e) {
            throw new ApplicationsUnavailable(e);
        }
    }

    <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> read(work));
    }
}
