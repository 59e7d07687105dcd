package org.gongkai.statistics.organisation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.statistics.ledger.ColumnArrays;
import org.gongkai.statistics.ledger.ColumnArrays.Column;
import org.gongkai.statistics.organisation.TreeChange.Abolished;
import org.gongkai.statistics.organisation.TreeChange.Described;
import org.gongkai.statistics.organisation.TreeChange.Placed;

/** The tree in the database. Plain SQL and not Panache: it is written on the way of a fact, a batch at a time. */
public final class OrganisationTables {

    /** Rows of a large tree that are in hand at once, beside the tree. */
    private static final int FETCH = 5_000;

    private static final String DESCRIBE = """
            INSERT INTO organisation AS held
                (code, name, level, kind, may_issue_rules, contact_unit, contact_phone, report_url, document_prefix,
                position)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::bigint[])
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, kind = excluded.kind,
                may_issue_rules = excluded.may_issue_rules, contact_unit = excluded.contact_unit,
                contact_phone = excluded.contact_phone, report_url = excluded.report_url,
                document_prefix = excluded.document_prefix, position = excluded.position
            WHERE excluded.position > held.position
            """;
    private static final String PLACE = """
            INSERT INTO organisation_place AS held (code, since, parent, position)
            SELECT * FROM unnest(?::text[], ?::date[], ?::text[], ?::bigint[])
            ON CONFLICT (code, since) DO UPDATE SET parent = excluded.parent, position = excluded.position
            WHERE excluded.position > held.position
            """;
    private static final String ABOLISH = """
            INSERT INTO organisation_abolition AS held (code, since, successor, position)
            SELECT * FROM unnest(?::text[], ?::date[], ?::text[], ?::bigint[])
            ON CONFLICT (code) DO UPDATE SET since = excluded.since, successor = excluded.successor,
                position = excluded.position
            WHERE excluded.position > held.position
            """;
    private static final String READ = """
            SELECT code, name, level, kind, may_issue_rules, contact_unit, contact_phone, report_url, document_prefix,
                abolition.since, abolition.successor
            FROM organisation LEFT JOIN organisation_abolition abolition USING (code)
            """;

    private OrganisationTables() {}

    /** Writes changes in the connection's transaction and raises the tree's version. */
    public static void apply(Connection connection, List<NumberedChange> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        // One row must not be written twice by one statement: of changes of the same thing the last of the lane is
        // kept.
        Map<String, Row<Described>> described = new TreeMap<>();
        Map<String, Row<Placed>> placed = new TreeMap<>();
        Map<String, Row<Abolished>> abolished = new TreeMap<>();
        for (NumberedChange numbered : changes) {
            if (numbered.change() instanceof Described change) {
                keepLater(described, change.organisation(), numbered.position(), change);
            } else if (numbered.change() instanceof Placed change) {
                keepLater(placed, change.organisation() + " " + change.since(), numbered.position(), change);
            } else if (numbered.change() instanceof Abolished change) {
                keepLater(abolished, change.organisation(), numbered.position(), change);
            }
        }
        describe(connection, described.values());
        place(connection, placed.values());
        abolish(connection, abolished.values());
        try (PreparedStatement raise = connection.prepareStatement("UPDATE tree SET version = version + 1")) {
            raise.executeUpdate();
        }
    }

    /** Reads the whole tree, as the connection's transaction sees it. */
    public static OrganisationTree read(Connection connection) throws SQLException {
        Map<String, NavigableMap<LocalDate, Optional<String>>> places = places(connection);
        // most bodies of a country have had one place, and the same since the same day as those beside them
        Map<NavigableMap<LocalDate, Optional<String>>, NavigableMap<LocalDate, Optional<String>>> alike =
                new HashMap<>();
        List<Body> bodies = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setFetchSize(FETCH);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    LocalDate abolished = row.getObject(10, LocalDate.class);
                    bodies.add(new Body(
                            row.getString(1),
                            new Attributes(
                                    row.getString(2),
                                    Level.valueOf(row.getString(3)),
                                    Kind.valueOf(row.getString(4)),
                                    row.getBoolean(5),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getString(8),
                                    row.getString(9)),
                            alike.computeIfAbsent(
                                    places.getOrDefault(row.getString(1), new TreeMap<>()), first -> first),
                            abolished == null ? null : new Body.Abolition(abolished, row.getString(11))));
                }
            }
        }
        return new OrganisationTree(bodies);
    }

    private static Map<String, NavigableMap<LocalDate, Optional<String>>> places(Connection connection)
            throws SQLException {
        Map<String, NavigableMap<LocalDate, Optional<String>>> places = new HashMap<>();
        try (PreparedStatement read =
                connection.prepareStatement("SELECT code, since, parent FROM organisation_place")) {
            read.setFetchSize(FETCH);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    places.computeIfAbsent(row.getString(1), none -> new TreeMap<>())
                            .put(row.getObject(2, LocalDate.class), Optional.ofNullable(row.getString(3)));
                }
            }
        }
        return places;
    }

    private static void describe(Connection connection, Collection<Row<Described>> rows) throws SQLException {
        ColumnArrays.write(
                connection,
                DESCRIBE,
                rows,
                List.of(
                        new Column<>("text", row -> row.change().organisation()),
                        new Column<>("text", row -> row.change().attributes().name()),
                        new Column<>(
                                "text", row -> row.change().attributes().level().name()),
                        new Column<>(
                                "text", row -> row.change().attributes().kind().name()),
                        new Column<>("bool", row -> row.change().attributes().mayIssueRules()),
                        new Column<>("text", row -> row.change().attributes().contactUnit()),
                        new Column<>("text", row -> row.change().attributes().contactPhone()),
                        new Column<>("text", row -> row.change().attributes().reportUrl()),
                        new Column<>("text", row -> row.change().attributes().documentPrefix()),
                        new Column<>("int8", Row::position)));
    }

    private static void place(Connection connection, Collection<Row<Placed>> rows) throws SQLException {
        ColumnArrays.write(
                connection,
                PLACE,
                rows,
                List.of(
                        new Column<>("text", row -> row.change().organisation()),
                        new Column<>("date", row -> row.change().since().toString()),
                        new Column<>("text", row -> row.change().parent()),
                        new Column<>("int8", Row::position)));
    }

    private static void abolish(Connection connection, Collection<Row<Abolished>> rows) throws SQLException {
        ColumnArrays.write(
                connection,
                ABOLISH,
                rows,
                List.of(
                        new Column<>("text", row -> row.change().organisation()),
                        new Column<>("date", row -> row.change().since().toString()),
                        new Column<>("text", row -> row.change().successor()),
                        new Column<>("int8", Row::position)));
    }

    private static <C> void keepLater(Map<String, Row<C>> rows, String key, long position, C change) {
        rows.merge(key, new Row<>(position, change), (held, next) -> next.position() > held.position() ? next : held);
    }

    private record Row<C>(long position, C change) {}
}
