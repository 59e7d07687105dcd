package org.gongkai.intake.disclosureapplication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongkai.intake.disclosureapplication.ApplicationFacts.DeadlineMoved;
import org.gongkai.intake.journal.Entry;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.statutoryclock.ClockEvent;
import org.gongkai.intake.statutoryclock.Deadline;
import org.gongkai.intake.statutoryclock.StatutoryClock;
import org.gongkai.intake.workingday.Calendars;
import org.gongkai.intake.workingday.MovedCase;
import org.gongkai.intake.workingday.OpenCases;

/** Reckons open applications anew after a change of the calendar. */
@ApplicationScoped
class OpenApplications implements OpenCases {

    private static final String OLDER =
            " FROM disclosure_application WHERE dated_with < ? AND state <> 'CLOSED' AND voided_at IS NULL";

    @Inject
    DataSource database;

    @Inject
    Journal journal;

    @Override
    public boolean anyOlderThan(long version) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT EXISTS (SELECT 1" + OLDER + ")")) {
            statement.setLong(1, version);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new ApplicationTable.ApplicationsUnavailable(e);
        }
    }

    @Override
    public Piece reckonAnew(Calendars.Loaded calendar, int most, String by) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return reckonAnew(connection, calendar, most, by);
            } catch (SQLException e) {
                throw new ApplicationTable.ApplicationsUnavailable(e);
            }
        });
    }

    private Piece reckonAnew(Connection connection, Calendars.Loaded calendar, int most, String by)
            throws SQLException {
        List<MovedCase> moved = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        int reckoned = 0;
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT *" + OLDER + " ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED");
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE disclosure_application SET due_on = ?, missing_calendar = ?, clock_stands = ?, dated_with = ? WHERE id = ?")) {
            statement.setLong(1, calendar.version());
            statement.setInt(2, most);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reckoned++;
                    LocalDate received = row.getObject("received_on", LocalDate.class);
                    Deadline deadline = StatutoryClock.reckon(
                            calendar.days(), received == null ? List.of() : List.of(ClockEvent.Started.on(received)));
                    UUID id = row.getObject("id", UUID.class);
                    LocalDate was = row.getObject("due_on", LocalDate.class);
                    update.setObject(1, deadline.dueOn());
                    update.setObject(2, deadline.missingCalendar());
                    update.setBoolean(3, deadline.stands());
                    update.setLong(4, calendar.version());
                    update.setObject(5, id);
                    update.addBatch();
                    if (!Objects.equals(was, deadline.dueOn())) {
                        String organisation = row.getString("organisation");
                        String number = row.getString("case_number");
                        moved.add(new MovedCase(id, organisation, number, was, deadline.dueOn()));
                        entries.add(journal.entry(
                                new DeadlineMoved(id, number, organisation, received, was, deadline.dueOn()), by));
                    }
                }
            }
            update.executeBatch();
        }
        return new Piece(reckoned, moved, entries.isEmpty() ? List.of() : journal.append(connection, entries));
    }
}
