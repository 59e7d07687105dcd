package org.gongkai.intake.otherrequest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongkai.intake.otherrequest.OtherRequestKind.Column;
import org.gongkai.intake.personaldata.Seal;

/** The SQL of a kind's table. */
final class OtherRequestTable<B extends Record & OtherRequestBody<B>, R extends Enum<R> & Result> {

    private final OtherRequestKind<B, R> kind;
    private final Seal seal;

    OtherRequestTable(OtherRequestKind<B, R> kind, Seal seal) {
        this.kind = kind;
        this.seal = seal;
    }

    /** False where another request that stands has the natural key. */
    boolean insert(Connection connection, OtherRequest<B, R> request) throws SQLException {
        int columns = kind.columns().size();
        String insert = "INSERT INTO " + kind.table() + kind.names().collect(Collectors.joining(", ", " (", ")"))
                + " VALUES (" + String.join(", ", Collections.nCopies(columns, "?")) + ") ON CONFLICT DO NOTHING";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            set(statement, request);
            return statement.executeUpdate() == 1;
        }
    }

    void update(Connection connection, OtherRequest<B, R> request) throws SQLException {
        String update = "UPDATE " + kind.table()
                + kind.names().map(name -> name + " = ?").collect(Collectors.joining(", ", " SET ", " WHERE id = ?"));
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            int next = set(statement, request);
            statement.setObject(next, request.id());
            statement.executeUpdate();
        }
    }

    Optional<OtherRequest<B, R>> byId(Connection connection, UUID id, SealedRow.Opening opening) throws SQLException {
        return read(connection, select() + " WHERE r.id = ?", List.of(id), opening).stream()
                .findFirst();
    }

    /** The one that stands with this natural key. */
    Optional<OtherRequest<B, R>> standing(Connection connection, String organisation, String caseNumber)
            throws SQLException {
        String query = select() + " WHERE r.organisation = ? AND r.case_number = ? AND r.retracted_at IS NULL";
        return read(connection, query, List.of(organisation, caseNumber), seal::open).stream()
                .findFirst();
    }

    /** Kept from others until the end of the transaction. */
    Optional<OtherRequest<B, R>> lock(Connection connection, UUID id) throws SQLException {
        return read(connection, select() + " WHERE r.id = ? FOR UPDATE", List.of(id), seal::open).stream()
                .findFirst();
    }

    String select() {
        return "SELECT " + kind.names().map(name -> "r." + name).collect(Collectors.joining(", ")) + " FROM "
                + kind.table() + " r";
    }

    List<OtherRequest<B, R>> read(Connection connection, String query, List<?> parameters, SealedRow.Opening opening)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            List<OtherRequest<B, R>> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(kind.read(new SealedRow(rows, opening)));
                }
            }
            return found;
        }
    }

    /** Answers the index of the next parameter. */
    private int set(PreparedStatement statement, OtherRequest<B, R> request) throws SQLException {
        int index = 1;
        for (Column<OtherRequest<B, R>> column : kind.columns()) {
            Object value = column.value().apply(request);
            if (column.sealed()) {
                statement.setBytes(index++, seal.seal((String) value, request.id(), column.name()));
            } else {
                statement.setObject(index++, value instanceof Enum<?> code ? code.name() : value);
            }
        }
        return index;
    }
}
