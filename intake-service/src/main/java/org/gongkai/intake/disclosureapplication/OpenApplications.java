package org.gongkai.intake.disclosureapplication;

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
import org.gongkai.intake.disclosureapplication.Redated.Reckoned;
import org.gongkai.intake.journal.Entry;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.workingday.Calendars;
import org.gongkai.intake.workingday.MovedCase;
import org.gongkai.intake.workingday.OpenCases;
import org.jboss.logging.Logger;

/** The open applications, reckoned anew piece by piece after a change of the calendar. */
@ApplicationScoped
class OpenApplications implements OpenCases {

    private static final Logger LOG = Logger.getLogger(OpenApplications.class);
    private static final String OLDER =
            " FROM disclosure_application WHERE dated_with < ? AND state <> 'CLOSED' AND voided_at IS NULL";

    @Inject
    Cases cases;

    @Inject
    Redated redated;

    @Inject
    Journal journal;

    @Override
    public boolean anyOlderThan(long version) {
        return cases.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT EXISTS (SELECT 1" + OLDER + ")")) {
                statement.setLong(1, version);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getBoolean(1);
                }
            }
        });
    }

    @Override
    public Piece reckonAnew(Calendars.Loaded calendar, int most, String by) {
        try {
            return cases.inTransaction(connection -> {
                List<UUID> locked = lock(connection, calendar.version(), most);
                return write(connection, locked, calendar, by);
            });
        } catch (IllegalStateException e) {
            // one of them is no possible case; the others must not wait for it
            return oneByOne(calendar, most, by);
        }
    }

    /** All rows first and the lanes last: who waits for a row of ours never holds a lane that we wait for. */
    private static List<UUID> lock(Connection connection, long version, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id" + OLDER + " ORDER BY dated_with, id LIMIT ? FOR UPDATE SKIP LOCKED")) {
            statement.setLong(1, version);
            statement.setInt(2, most);
            List<UUID> locked = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    locked.add(rows.getObject("id", UUID.class));
                }
            }
            return locked;
        }
    }

    private Piece write(Connection connection, List<UUID> locked, Calendars.Loaded calendar, String by)
            throws SQLException {
        if (locked.isEmpty()) {
            return new Piece(0, List.of(), List.of());
        }
        List<Reckoned> reckoned = redated.reckon(connection, locked, calendar, by);
        List<Entry> entries =
                reckoned.stream().flatMap(each -> each.fact().stream()).toList();
        List<MovedCase> moved = reckoned.stream()
                .filter(each -> !Objects.equals(dueOn(each.was()), dueOn(each.is())))
                .map(OpenApplications::moved)
                .toList();
        List<Position> positions = entries.isEmpty() ? List.of() : journal.append(connection, entries);
        return new Piece(reckoned.size(), moved, positions);
    }

    private Piece oneByOne(Calendars.Loaded calendar, int most, String by) {
        int reckoned = 0;
        List<MovedCase> moved = new ArrayList<>();
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Piece piece = one(calendar, by);
            if (piece.reckoned() == 0) {
                break;
            }
            reckoned++;
            moved.addAll(piece.moved());
            positions.addAll(piece.positions());
        }
        return new Piece(reckoned, moved, positions);
    }

    private Piece one(Calendars.Loaded calendar, String by) {
        return cases.inTransaction(connection -> {
            List<UUID> locked = lock(connection, calendar.version(), 1);
            try {
                return write(connection, locked, calendar, by);
            } catch (IllegalStateException e) {
                LOG.errorf("case %s keeps its due day: %s", locked.get(0), e.getMessage());
                keep(connection, locked.get(0), calendar.version());
                return new Piece(1, List.of(), List.of());
            }
        });
    }

    private static void keep(Connection connection, UUID id, long version) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE disclosure_application SET dated_with = ? WHERE id = ?")) {
            statement.setLong(1, version);
            statement.setObject(2, id);
            statement.executeUpdate();
        }
    }

    private static MovedCase moved(Reckoned each) {
        ApplicationBody content = each.is().content();
        return new MovedCase(
                each.is().id(), content.organisation(), content.caseNumber(), dueOn(each.was()), dueOn(each.is()));
    }

    private static LocalDate dueOn(DisclosureApplication application) {
        return application.dates().dueOn();
    }
}
