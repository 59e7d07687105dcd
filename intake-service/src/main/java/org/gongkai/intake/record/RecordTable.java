package org.gongkai.intake.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL of a kind's table. */
final class RecordTable<S> {

    private static final List<String> SHARED =
            List.of("id", "organisation", "version", "content_fact", "last_fact", "retracted_at", "retraction_reason");

    private final RecordKind<?, S> kind;
    private final List<String> columns;

    RecordTable(RecordKind<?, S> kind) {
        this.kind = kind;
        this.columns = Stream.concat(SHARED.stream(), kind.columns().stream().map(RecordKind.Column::name))
                .toList();
    }

    /** False where another record that stands has the natural key. */
    boolean insert(Connection connection, Kept<S> record) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert())) {
            set(statement, values(record));
            boolean inserted = statement.executeUpdate() == 1;
            if (inserted) {
                kind.saved(connection, record.id(), record.state());
            }
            return inserted;
        }
    }

    /** Likewise for each of them; a kind that has rows in other tables cannot be asked. */
    boolean[] insertAll(Connection connection, List<Kept<S>> records) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert())) {
            for (Kept<S> record : records) {
                set(statement, values(record));
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            boolean[] inserted = new boolean[counts.length];
            for (int i = 0; i < counts.length; i++) {
                inserted[i] = counts[i] == 1;
            }
            return inserted;
        }
    }

    private String insert() {
        return "INSERT INTO " + kind.table() + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ") ON CONFLICT DO NOTHING";
    }

    void update(Connection connection, Kept<S> record) throws SQLException {
        String update = "UPDATE " + kind.table() + " SET "
                + columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", ")) + " WHERE id = ?";
        List<Object> values = values(record);
        values.add(record.id());
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            set(statement, values);
            statement.executeUpdate();
            kind.saved(connection, record.id(), record.state());
        }
    }

    Optional<Kept<S>> byId(Connection connection, UUID id) throws SQLException {
        return read(connection, select() + " WHERE r.id = ?", List.of(id)).stream()
                .findFirst();
    }

    /** Of those that stand with these values, the oldest. */
    Optional<Kept<S>> standing(Connection connection, String organisation, List<Records.Equal> equal)
            throws SQLException {
        return find(
                connection,
                " WHERE r.retracted_at IS NULL AND r.organisation = ?",
                " ORDER BY r.id",
                "",
                organisation,
                equal);
    }

    /**
     * Likewise, kept from others until the end of the transaction; as it is when it is held, but for what stands in other
     * tables.
     */
    Optional<Kept<S>> lockStanding(Connection connection, String organisation, List<Records.Equal> equal)
            throws SQLException {
        return find(
                connection,
                " WHERE r.retracted_at IS NULL AND r.organisation = ?",
                " ORDER BY r.id",
                " FOR UPDATE OF r",
                organisation,
                equal);
    }

    /** Whether what is read of a record stands in other tables as well. */
    boolean isSpread() {
        return !kind.selected().isEmpty();
    }

    /** Of those with these values, retracted or not, the newest. */
    Optional<Kept<S>> newest(Connection connection, String organisation, List<Records.Equal> equal)
            throws SQLException {
        return find(connection, " WHERE r.organisation = ?", " ORDER BY r.id DESC", "", organisation, equal);
    }

    private Optional<Kept<S>> find(
            Connection connection,
            String where,
            String order,
            String locking,
            String organisation,
            List<Records.Equal> equal)
            throws SQLException {
        List<Object> values = new ArrayList<>(List.of(organisation));
        equal.forEach(each -> values.add(each.value()));
        String query = select() + where
                + equal.stream().map(each -> " AND r." + each.column() + " = ?").collect(Collectors.joining())
                + order + " LIMIT 1" + locking;
        return read(connection, query, values).stream().findFirst();
    }

    /** Keeps others from it; to be read after, since a statement that waited sees what stood when it began. */
    void lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM " + kind.table() + " WHERE id = ? FOR UPDATE")) {
            statement.setObject(1, id);
            statement.executeQuery();
        }
    }

    String select() {
        return "SELECT "
                + Stream.concat(columns.stream().map(column -> "r." + column), kind.selected().stream())
                        .collect(Collectors.joining(", "))
                + " FROM " + kind.table() + " r";
    }

    List<Kept<S>> read(Connection connection, String query, List<?> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            set(statement, values);
            List<Kept<S>> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(kept(rows));
                }
            }
            return found;
        }
    }

    private Kept<S> kept(ResultSet row) throws SQLException {
        OffsetDateTime retractedAt = row.getObject("retracted_at", OffsetDateTime.class);
        return new Kept<>(
                row.getObject("id", UUID.class),
                row.getString("organisation"),
                kind.read(row),
                row.getLong("version"),
                row.getObject("content_fact", UUID.class),
                row.getObject("last_fact", UUID.class),
                retractedAt == null ? null : new Kept.Retraction(retractedAt, row.getString("retraction_reason")));
    }

    private List<Object> values(Kept<S> record) {
        List<Object> values = new ArrayList<>();
        values.add(record.id());
        values.add(record.organisation());
        values.add(record.version());
        values.add(record.contentFact());
        values.add(record.lastFact());
        values.add(record.retraction() == null ? null : record.retraction().at());
        values.add(record.retraction() == null ? null : record.retraction().reason());
        kind.columns().forEach(column -> values.add(column.value().apply(record.state())));
        return values;
    }

    private static void set(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(i + 1, value instanceof Enum<?> code ? code.name() : value);
        }
    }
}
