package org.gongkai.intake.workingday;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The notices as they are kept: every version of each year, and the counter that says which calendar is the newest. */
@ApplicationScoped
class CalendarTable {

    private static final String NEWEST = """
            SELECT v.version AS newest, n.year, n.version, n.notice, d.day, d.kind, d.name
              FROM calendar_version v
              LEFT JOIN calendar_notice n ON n.version = (SELECT max(o.version) FROM calendar_notice o WHERE o.year = n.year)
              LEFT JOIN calendar_day d ON d.year = n.year AND d.version = n.version
             ORDER BY n.year, d.day
            """;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    /**
     * A year and the version of the calendar that it came with.
     *
     * @param year its content
     * @param version of the calendar, from 1; its entity tag
     */
    record Kept(CalendarYear year, long version) {}

    /**
     * All that counts.
     *
     * @param version of the calendar, 0 while it is empty
     * @param years each as it stands
     */
    record Newest(long version, List<Kept> years) {

        Optional<Kept> year(int year) {
            return years.stream().filter(kept -> kept.year().year() == year).findFirst();
        }

        /** Its years, one of them as given. */
        List<CalendarYear> with(CalendarYear changed) {
            List<CalendarYear> all = new ArrayList<>(List.of(changed));
            years.stream()
                    .map(Kept::year)
                    .filter(year -> year.year() != changed.year())
                    .forEach(all::add);
            return all;
        }
    }

    /** In one snapshot. */
    Newest read() {
        try (Connection connection = database.getConnection()) {
            return read(connection);
        } catch (SQLException e) {
            throw new CalendarUnavailable(e);
        }
    }

    long version() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version FROM calendar_version")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new CalendarUnavailable(e);
        }
    }

    private static Newest read(Connection connection) throws SQLException {
        Map<Integer, List<SpecialDay>> days = new TreeMap<>();
        Map<Integer, String> notices = new TreeMap<>();
        Map<Integer, Long> versions = new TreeMap<>();
        long newest = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEWEST)) {
            while (row.next()) {
                newest = row.getLong("newest");
                int year = row.getInt("year");
                if (row.wasNull()) {
                    continue;
                }
                notices.put(year, row.getString("notice"));
                versions.put(year, row.getLong("version"));
                days.computeIfAbsent(year, first -> new ArrayList<>())
                        .add(new SpecialDay(
                                row.getObject("day", LocalDate.class),
                                SpecialDay.Kind.valueOf(row.getString("kind")),
                                row.getString("name")));
            }
        }
        List<Kept> years = new ArrayList<>();
        days.forEach((year, named) ->
                years.add(new Kept(new CalendarYear(year, notices.get(year), named), versions.get(year))));
        return new Newest(newest, years);
    }

    /**
     * Keeps those years that are not kept so already, together, as the next version.
     *
     * @param asked before anything is written, what the calendar is then; refuses by an exception
     */
    Newest keep(List<CalendarYear> years, String by, Consumer<Newest> asked) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT version FROM calendar_version FOR UPDATE");
                Newest now = read(connection);
                List<CalendarYear> changed = years.stream()
                        .map(CalendarTable::inOrder)
                        .filter(year -> now.year(year.year())
                                .filter(kept -> kept.year().equals(year))
                                .isEmpty())
                        .toList();
                if (changed.isEmpty()) {
                    return now;
                }
                asked.accept(now);
                statement.execute("UPDATE calendar_version SET version = version + 1");
                for (CalendarYear year : changed) {
                    insert(connection, year, now.version() + 1, by);
                }
                Newest after = read(connection);
                connection.commit();
                return after;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new CalendarUnavailable(e);
        }
    }

    private static CalendarYear inOrder(CalendarYear year) {
        return new CalendarYear(
                year.year(),
                year.notice(),
                year.days().stream()
                        .sorted(Comparator.comparing(SpecialDay::date))
                        .toList());
    }

    private void insert(Connection connection, CalendarYear year, long version, String by) throws SQLException {
        try (PreparedStatement notice =
                connection.prepareStatement("INSERT INTO calendar_notice VALUES (?, ?, ?, ?, ?)")) {
            notice.setInt(1, year.year());
            notice.setLong(2, version);
            notice.setString(3, year.notice());
            notice.setObject(4, OffsetDateTime.now(clock));
            notice.setString(5, by);
            notice.executeUpdate();
        }
        try (PreparedStatement day = connection.prepareStatement("INSERT INTO calendar_day VALUES (?, ?, ?, ?, ?)")) {
            for (SpecialDay special : year.days()) {
                day.setInt(1, year.year());
                day.setLong(2, version);
                day.setObject(3, special.date());
                day.setString(4, special.kind().name());
                day.setString(5, special.name());
                day.addBatch();
            }
            day.executeBatch();
        }
    }

    /** The database did not answer. */
    static final class CalendarUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CalendarUnavailable(SQLException cause) {
            super(cause);
        }
    }
}
