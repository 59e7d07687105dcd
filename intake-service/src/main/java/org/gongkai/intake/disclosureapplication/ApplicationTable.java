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
import org.gongkai.intake.personaldata.BlindIndex;
import org.gongkai.intake.personaldata.Seal;

/** The way of a fact: state, number and journal row in one statement, which is its own transaction. */
@ApplicationScoped
class ApplicationTable {

    private static final String RECEIVE = """
            WITH changed AS (
              INSERT INTO disclosure_application (id, organisation, case_number, received_on, arrived_on, confirmed_on,
                  channel, applicant_type, applicant_name, identity_document, contact, information_sought, delivery,
                  handler, applicant_index, sought_index, state, received_fact, last_fact)
              SELECT ?, o.code, ?, ?::date, ?::date, ?::date, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'REGISTERED', ?, ?
                FROM organisation o
               WHERE o.code = ? AND (o.abolished_since IS NULL OR o.abolished_since > ?)
              ON CONFLICT (organisation, case_number) WHERE voided_at IS NULL DO NOTHING
              RETURNING id
            )
            """ + Entry.NUMBER_AND_JOURNAL;
    private static final int RECEIVE_ENTRY = 20;
    private static final String DECIDE = """
            WITH changed AS (
              UPDATE disclosure_application
                 SET outcome = ?, decided_on = ?, document_number = ?, reason = ?, elsewhere = ?, decided_fact = ?,
                     last_fact = ?, state = 'CLOSED', version = version + 1
               WHERE id = ? AND version = ? AND outcome IS NULL AND voided_at IS NULL
              RETURNING id
            )
            """ + Entry.NUMBER_AND_JOURNAL;
    private static final int DECIDE_ENTRY = 10;

    @Inject
    DataSource database;

    @Inject
    Journal journal;

    @Inject
    Seal seal;

    @Inject
    BlindIndex index;

    /** Empty where the body has this case number already, or is not registered, or is no more on that day. */
    Optional<Position> receive(UUID id, ApplicationBody body, Entry entry) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(RECEIVE)) {
            ApplicationBody.ApplicantBody asks = body.applicant();
            statement.setObject(1, id);
            statement.setString(2, body.caseNumber());
            statement.setObject(3, body.receivedOn());
            statement.setObject(4, body.arrivedOn());
            statement.setObject(5, body.confirmedOn());
            statement.setString(6, body.channel().name());
            statement.setString(7, asks.type().name());
            statement.setBytes(8, seal.seal(asks.name(), id, "applicant_name"));
            statement.setBytes(9, seal.seal(asks.identityDocument(), id, "identity_document"));
            statement.setBytes(10, seal.seal(asks.contact(), id, "contact"));
            statement.setBytes(11, seal.seal(body.informationSought(), id, "information_sought"));
            statement.setBytes(12, seal.seal(body.delivery(), id, "delivery"));
            statement.setBytes(13, seal.seal(body.handler(), id, "handler"));
            statement.setBytes(14, index.ofIdentityDocument(asks.identityDocument()));
            statement.setBytes(15, index.ofText(body.informationSought()));
            statement.setObject(16, entry.id());
            statement.setObject(17, entry.id());
            statement.setString(18, body.organisation());
            statement.setObject(19, body.receivedOn());
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
            statement.setBytes(4, seal.seal(outcome.reason(), application.id(), "reason"));
            statement.setBoolean(5, outcome.elsewhere());
            statement.setObject(6, entry.id());
            statement.setObject(7, entry.id());
            statement.setObject(8, application.id());
            statement.setLong(9, application.version());
            entry.set(statement, DECIDE_ENTRY);
            return journal.position(statement, entry.lane());
        } catch (SQLException e) {
            throw new ApplicationsUnavailable(e);
        }
    }

    Optional<DisclosureApplication> byId(UUID id) {
        return one(
                "SELECT " + DisclosureApplication.COLUMNS + " FROM disclosure_application a WHERE a.id = ?",
                row -> DisclosureApplication.read(row, seal::open),
                id);
    }

    Optional<DisclosureApplication> byNumber(String organisation, String caseNumber) {
        return one(
                "SELECT " + DisclosureApplication.COLUMNS
                        + " FROM disclosure_application a WHERE a.organisation = ? AND a.case_number = ?"
                        + " AND a.voided_at IS NULL",
                row -> DisclosureApplication.read(row, seal::open),
                organisation,
                caseNumber);
    }

    /** Which body's it is. */
    Optional<String> organisationOf(UUID id) {
        return one(
                "SELECT organisation FROM disclosure_application WHERE id = ?",
                row -> row.getString("organisation"),
                id);
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
