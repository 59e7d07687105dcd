package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.intake.journal.Entry;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.personaldata.Seal;
import org.gongkai.intake.workingday.Calendars;

/** Open cases that a changed calendar dates anew. */
@ApplicationScoped
class Redated {

    private static final String DATED = """
            UPDATE disclosure_application
               SET state = ?, due_on = ?, missing_calendar = ?, clock_stands = ?, dated_with = ?, last_fact = ?, version = ?
             WHERE id = ?
            """;

    @Inject
    ApplicationTable table;

    @Inject
    Journal journal;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    /**
     * A case that was reckoned anew.
     *
     * @param was as it was dated before
     * @param is as it is dated now
     * @param fact of the move, to be journaled as the last step of the transaction; empty where the due day is the same
     */
    record Reckoned(DisclosureApplication was, DisclosureApplication is, Optional<Entry> fact) {}

    /** Reckons cases anew that the transaction has locked; its caller journals the facts. */
    List<Reckoned> reckon(Connection connection, List<UUID> locked, Calendars.Loaded calendar, String by)
            throws SQLException {
        List<DisclosureApplication> rows = table.byIds(connection, locked);
        StepTable stepTable = new StepTable(seal);
        Map<UUID, List<KeptStep>> steps = stepTable.of(connection, locked);
        List<KeptStep> moved = new ArrayList<>();
        List<HistoryTable.Of> lines = new ArrayList<>();
        List<Reckoned> reckoned = new ArrayList<>();
        try (PreparedStatement dated = connection.prepareStatement(DATED)) {
            for (DisclosureApplication row : rows) {
                WholeCase was = new WholeCase(row, steps.getOrDefault(row.id(), List.of()));
                WholeCase is = was.reckoned(calendar.days());
                Optional<Entry> fact = CaseFacts.between(row, is.application()).stream()
                        .map(each -> journal.entry(each, by))
                        .findFirst();
                is.steps().stream().filter(step -> !was.steps().contains(step)).forEach(moved::add);
                DisclosureApplication now = row;
                if (!is.application().equals(row)) {
                    now = is.application().next(fact.map(Entry::id).orElse(row.lastFact()));
                    lines.add(new HistoryTable.Of(row.id(), line(row, now.version(), by)));
                }
                add(dated, now, calendar.version());
                reckoned.add(new Reckoned(row, now, fact));
            }
            dated.executeBatch();
        }
        stepTable.update(connection, moved);
        new HistoryTable(seal).insert(connection, lines);
        return reckoned;
    }

    private HistoryTable.Line line(DisclosureApplication was, long version, String by) {
        ObjectNode note = JsonNodeFactory.instance.objectNode();
        LocalDate dueOn = was.dates().dueOn();
        note.putObject("was").put("dueOn", dueOn == null ? null : dueOn.toString());
        return new HistoryTable.Line(version, CaseAct.DEADLINE_MOVED, null, note, OffsetDateTime.now(clock), by);
    }

    private static void add(PreparedStatement dated, DisclosureApplication now, long calendar) throws SQLException {
        Dates dates = now.dates();
        dated.setString(1, dates.state().name());
        dated.setObject(2, dates.dueOn());
        dated.setObject(3, dates.missingCalendar());
        dated.setBoolean(4, dates.clockStands());
        dated.setLong(5, calendar);
        dated.setObject(6, now.lastFact());
        dated.setLong(7, now.version());
        dated.setObject(8, now.id());
        dated.addBatch();
    }
}
