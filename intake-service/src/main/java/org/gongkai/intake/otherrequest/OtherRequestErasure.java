package org.gongkai.intake.otherrequest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongkai.intake.personaldata.Erasing;
import org.gongkai.intake.personaldata.Seal;

/**
 * Takes the personal data out of requests whose time is over: names, documents, contacts, texts and reasons go; codes, days
 * and numbers stay. In pieces, each its own transaction: what is done is seen in the rows, and a run that breaks off goes on. What
 * is entered into an erased request later, a reason or a note, goes with the next run.
 */
@ApplicationScoped
class OtherRequestErasure implements Erasing {

    private static final int PIECE = 100;
    private static final List<OtherRequestKind<?, ?>> KINDS = List.of(RectificationBody.KIND, ComplaintBody.KIND);

    @Inject
    OtherRequests requests;

    @Inject
    Seal seal;

    @Override
    public int eraseAll(int years, LocalDate today) {
        int erased = 0;
        for (OtherRequestKind<?, ?> kind : KINDS) {
            int piece;
            do {
                piece = requests.inTransaction(
                        connection -> erasePiece(connection, kind, today.minusYears(years), today));
                erased += piece;
            } while (piece == PIECE && !Thread.currentThread().isInterrupted());
        }
        return erased;
    }

    private int erasePiece(Connection connection, OtherRequestKind<?, ?> kind, LocalDate before, LocalDate today)
            throws SQLException {
        List<UUID> over = over(connection, kind, before);
        String erase = "UPDATE " + kind.table() + " SET "
                + kind.sealedColumns().stream().map(name -> name + " = NULL").collect(Collectors.joining(", "))
                + ", personal_data_erased_on = ?, version = version + 1 WHERE id = ?";
        try (PreparedStatement statement = connection.prepareStatement(erase)) {
            for (UUID id : over) {
                new CorrectionLines(seal).erase(connection, id);
                statement.setObject(1, today);
                statement.setObject(2, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return over.size();
    }

    private static List<UUID> over(Connection connection, OtherRequestKind<?, ?> kind, LocalDate before)
            throws SQLException {
        String query = "SELECT r.id FROM " + kind.table() + " r"
                + " WHERE (r.retracted_at IS NULL AND r.concluded_on < ?::date OR r.retracted_at < ?::date) AND ("
                + kind.sealedColumns().stream()
                        .map(name -> "r." + name + " IS NOT NULL")
                        .collect(Collectors.joining(" OR "))
                + " OR EXISTS (SELECT 1 FROM other_request_correction c WHERE c.request = r.id AND c.reason IS NOT NULL))"
                + " ORDER BY r.id LIMIT ? FOR UPDATE OF r SKIP LOCKED";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, before);
            statement.setObject(2, before);
            statement.setInt(3, PIECE);
            List<UUID> over = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    over.add(row.getObject("id", UUID.class));
                }
            }
            return over;
        }
    }
}
