package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.intake.personaldata.Erasing;
import org.gongkai.intake.personaldata.Seal;

/**
 * Takes the personal data out of cases whose time is over: names, documents, contacts, texts, notes, reasons and files go, with
 * the digests by which they were found. Codes, days, numbers and what was done stay, so no count moves and the history still
 * tells what happened. In pieces, each its own transaction: what is done is seen in the rows, and a run that breaks off goes on.
 */
@ApplicationScoped
class Erasure implements Erasing {

    /** Who does it, where nobody does. */
    static final String BY = "urn:gongkai:intake";

    private static final int PIECE = 100;
    private static final String OVER = """
            SELECT id FROM disclosure_application
             WHERE personal_data_erased_on IS NULL
               AND (voided_at IS NULL AND state = 'CLOSED' AND decided_on < ?::date OR voided_at < ?::date)
             ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED
            """;
    private static final String ROW = """
            UPDATE disclosure_application
               SET applicant_name = NULL, identity_document = NULL, contact = NULL, parties = NULL,
                   information_sought = NULL, delivery = NULL, handler = NULL, reason = NULL, void_reason = NULL,
                   applicant_index = NULL, co_applicant_index = NULL, sought_index = NULL,
                   personal_data_erased_on = ?, version = version + 1
             WHERE id = ? RETURNING version
            """;
    private static final String STEPS = """
            UPDATE application_step
               SET approved_by = NULL, note = NULL, handler = NULL, reviewed_by = NULL, how = NULL,
                   retraction_reason = NULL
             WHERE application = ?
            """;
    private static final String PARTIES =
            "SELECT id, party FROM application_step WHERE application = ? AND party IS NOT NULL ORDER BY number";
    private static final String PARTY = "UPDATE application_step SET party = ? WHERE id = ?";
    private static final String LINE =
            "UPDATE application_correction SET reason = NULL, was = ? WHERE application = ? AND version = ?";

    @Inject
    Cases cases;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    @Any
    @Inject
    Instance<CaseBelongings> belongings;

    @Override
    public int eraseAll(int years, LocalDate today) {
        int erased = 0;
        int piece;
        do {
            piece = cases.inTransaction(connection -> erasePiece(connection, today.minusYears(years), today));
            erased += piece;
        } while (piece == PIECE && !Thread.currentThread().isInterrupted());
        return erased;
    }

    private int erasePiece(Connection connection, LocalDate before, LocalDate today) throws SQLException {
        List<UUID> over = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OVER)) {
            statement.setObject(1, before);
            statement.setObject(2, before);
            statement.setInt(3, PIECE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    over.add(row.getObject("id", UUID.class));
                }
            }
        }
        for (UUID id : over) {
            erase(connection, id, today);
        }
        return over.size();
    }

    private void erase(Connection connection, UUID id, LocalDate today) throws SQLException {
        eraseLines(connection, id);
        for (CaseBelongings each : belongings) {
            each.erase(connection, id, today);
        }
        try (PreparedStatement statement = connection.prepareStatement(STEPS)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
        eraseParties(connection, id);
        try (PreparedStatement statement = connection.prepareStatement(ROW)) {
            statement.setObject(1, today);
            statement.setObject(2, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                ObjectNode note = JsonNodeFactory.instance.objectNode().put("on", today.toString());
                HistoryTable.Line line = new HistoryTable.Line(
                        row.getLong("version"), CaseAct.ERASED, null, note, OffsetDateTime.now(clock), BY);
                new HistoryTable(seal).insert(connection, List.of(new HistoryTable.Of(id, line)));
            }
        }
    }

    /** A reply still belongs to its question: each name becomes a number of its own. */
    private void eraseParties(Connection connection, UUID id) throws SQLException {
        Map<String, String> numbers = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(PARTIES);
                PreparedStatement write = connection.prepareStatement(PARTY)) {
            read.setObject(1, id);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    UUID step = row.getObject("id", UUID.class);
                    String name = seal.open(row.getBytes("party"), step, "party");
                    String number = numbers.computeIfAbsent(name, first -> ApplicationView.MASK + (numbers.size() + 1));
                    write.setBytes(1, seal.seal(number, step, "party"));
                    write.setObject(2, step);
                    write.addBatch();
                }
            }
            write.executeBatch();
        }
    }

    private void eraseLines(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(LINE)) {
            for (HistoryTable.Line line : new HistoryTable(seal).of(connection, id)) {
                JsonNode note = HistoryView.masked(line.note().deepCopy());
                write.setBytes(1, seal.seal(note.toString(), id, "was"));
                write.setObject(2, id);
                write.setLong(3, line.version());
                write.addBatch();
            }
            write.executeBatch();
        }
    }
}
