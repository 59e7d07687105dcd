package org.gongkai.intake.disclosureapplication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongkai.intake.journal.Entry;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;

/** The way of a fact: state, number and journal row in one statement, which is its own transaction. */
@ApplicationScoped
class ApplicationTable {

    private static final String RECEIVE = """
            WITH changed AS (
              INSERT INTO disclosure_application (id, organisation, case_number, received_on, arrived_on, confirmed_on,
                  channel, applicant_type, applicant_name, identity_document, contact, information_sought, delivery,
                  handler, received_fact)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              ON CONFLICT (organisation, case_number) DO NOTHING
              RETURNING id
            )
            """ + Entry.NUMBER_AND_JOURNAL;
    private static final int RECEIVE_ENTRY = 16;
    private static final String DECIDE = """
            WITH changed AS (
              UPDATE disclosure_application
                 SET outcome = ?, decided_on = ?, document_number = ?, reason = ?, elsewhere = ?, decided_fact = ?,
                     version = version + 1
               WHERE id = ? AND version = ? AND outcome IS NULL
              RETURNING id
            )
            """ + Entry.NUMBER_AND_JOURNAL;
    private static final int DECIDE_ENTRY = 9;

    @Inject
    DataSource database;

    @Inject
    Journal journal;

    /** Empty where the body has this case number already. */
    Optional<Position> receive(UUID id, ApplicationBody body, Entry entry) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(RECEIVE)) {
            statement.setObject(1, id);
            statement.setString(2, body.organisation());
            statement.setString(3, body.caseNumber());
            statement.setObject(4, body.receivedOn());
            statement.setObject(5, body.arrivedOn());
            statement.setObject(6, body.confirmedOn());
            statement.setString(7, body.channel().name());
            statement.setString(8, body.applicant().type().name());
            statement.setString(9, body.applicant().name());
            statement.setString(10, body.applicant().identityDocument());
            statement.setString(11, body.applicant().contact());
            statement.setString(12, body.informationSought());
            statement.setString(13, body.delivery());
            statement.setString(14, body.handler());
            statement.setObject(15, entry.id());
            entry.set(statement, RECEIVE_ENTRY);
            return journal.position(statement, entry.lane());
        } catch (SQLException e) {
            throw new ApplicationsUnavailable(e);
        }
    }

    /** Empty where it has an outcome already, or changed since it was read. */
    Optional<Position> decide(DisclosureApplication application, OutcomeBody outcome, Entry entry) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(DECIDE)) {
            statement.setString(1, outcome.outcome().name());
            statement.setObject(2, outcome.decidedOn());
            statement.setString(3, outcome.documentNumber());
            statement.setString(4, outcome.reason());
            statement.setBoolean(5, outcome.elsewhere());
            statement.setObject(6, entry.id());
            statement.setObject(7, application.id());
            statement.setLong(8, application.version());
            entry.set(statement, DECIDE_ENTRY);
            return journal.position(statement, entry.lane());
        } catch (SQLException e) {
            throw new ApplicationsUnavailable(e);
        }
    }

    Optional<DisclosureApplication> byId(UUID id) {
        return one(
                "SELECT " + DisclosureApplication.COLUMNS + " FROM disclosure_application a WHERE a.id = ?",
                DisclosureApplication::read,
                id);
    }

    Optional<DisclosureApplication> byNumber(String organisation, String caseNumber) {
        return one(
                "SELECT " + DisclosureApplication.COLUMNS
                        + " FROM disclosure_application a WHERE a.organisation = ? AND a.case_number = ?",
                DisclosureApplication::read,
                organisation,
                caseNumber);
    }

    private <T> Optional<T> one(String query, Reading<T> reading, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reading.of(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new ApplicationsUnavailable(e);
        }
    }

    /** How a row is read. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The database did not answer. */
    static final class ApplicationsUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ApplicationsUnavailable(SQLException cause) {
            super(cause);
        }
    }
}
