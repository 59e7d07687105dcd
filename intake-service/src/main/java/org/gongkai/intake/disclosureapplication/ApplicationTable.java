package org.gongkai.intake.disclosureapplication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
                  channel, applicant_type, applicant_name, identity_document, contact, parties,
                  information_sought, delivery, handler, applicant_index, co_applicant_index, sought_index, state, awaited,
                  due_on, missing_calendar, dated_with, received_fact, last_fact)
              SELECT ?, o.code, ?, ?::date, ?::date, ?::date, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bytea[], ?, ?, ?, ?::date,
                     ?::integer, ?, ?, ?
                FROM organisation o
               WHERE o.code = ? AND (o.abolished_since IS NULL OR o.abolished_since > ?)
              ON CONFLICT (organisation, case_number) WHERE voided_at IS NULL DO NOTHING
              RETURNING id
            )
            """ + Entry.NUMBER_AND_JOURNAL;
    private static final int RECEIVE_ENTRY = 27;
    private static final String UPDATE = """
            UPDATE disclosure_application
               SET received_on = ?, arrived_on = ?, confirmed_on = ?, channel = ?, applicant_type = ?, applicant_name = ?,
                   identity_document = ?, contact = ?, parties = ?, information_sought = ?, delivery = ?, handler = ?,
                   applicant_index = ?, co_applicant_index = ?, sought_index = ?, awaited = ?, outcome = ?, decided_on = ?,
                   document_number = ?, reason = ?, elsewhere = ?, decided_fact = ?, withdrawn = ?, state = ?, due_on = ?,
                   missing_calendar = ?, clock_stands = ?, working_days = ?, in_time = ?, dated_with = ?, last_fact = ?, voided_at = ?,
                   void_reason = ?, version = ?
             WHERE id = ?
            """;

    @Inject
    DataSource database;

    @Inject
    Journal journal;

    @Inject
    Seal seal;

    @Inject
    BlindIndex index;

    /** Empty where the body has this case number already, or is not registered, or is no more on that day. */
    Optional<Position> receive(DisclosureApplication made, long calendar, Entry entry) {
        ApplicationBody body = made.content();
        UUID id = made.id();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(RECEIVE)) {
            statement.setObject(1, id);
            statement.setString(2, body.caseNumber());
            setContent(statement, 3, id, body);
            statement.setString(18, made.dates().state().name());
            statement.setBoolean(19, made.awaited());
            statement.setObject(20, made.dates().dueOn());
            statement.setObject(21, made.dates().missingCalendar());
            statement.setLong(22, calendar);
            statement.setObject(23, entry.id());
            statement.setObject(24, entry.id());
            statement.setString(25, body.organisation());
            statement.setObject(26, body.begins());
            entry.set(statement, RECEIVE_ENTRY);
            return journal.position(statement, entry.lane());
        } catch (SQLException e) {
            throw new ApplicationsUnavailable(e);
        }
    }

    /** Fifteen parameters. */
    private void setContent(PreparedStatement statement, int first, UUID id, ApplicationBody body) throws SQLException {
        ApplicationBody.ApplicantBody asks = body.applicant();
        int i = first;
        statement.setObject(i++, body.receivedOn());
        statement.setObject(i++, body.arrivedOn());
        statement.setObject(i++, body.confirmedOn());
        statement.setString(i++, body.channel().name());
        statement.setString(i++, asks.type().name());
        statement.setBytes(i++, seal.seal(asks.name(), id, "applicant_name"));
        statement.setBytes(i++, seal.seal(asks.identityDocument(), id, "identity_document"));
        statement.setBytes(i++, seal.seal(asks.contact(), id, "contact"));
        statement.setBytes(i++, seal.seal(Parties.text(body), id, Parties.COLUMN));
        statement.setBytes(i++, seal.seal(body.informationSought(), id, "information_sought"));
        statement.setBytes(i++, seal.seal(body.delivery(), id, "delivery"));
        statement.setBytes(i++, seal.seal(body.handler(), id, "handler"));
        statement.setBytes(i++, index.ofIdentityDocument(asks.identityDocument()));
        byte[][] beside = Parties.digests(body, index);
        statement.setArray(
                i++, beside == null ? null : statement.getConnection().createArrayOf("bytea", beside));
        statement.setBytes(i, index.ofText(body.informationSought()));
    }

    /** Writes all of each, as part of a transaction that holds their rows. */
    void update(Connection connection, List<DisclosureApplication> applications, long calendar) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            for (DisclosureApplication is : applications) {
                setUpdate(statement, is, calendar);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void setUpdate(PreparedStatement statement, DisclosureApplication is, long calendar) throws SQLException {
        UUID id = is.id();
        OutcomeBody outcome = is.decision();
        Dates dates = is.dates();
        setContent(statement, 1, id, is.content());
        int i = 16;
        statement.setBoolean(i++, is.awaited());
        statement.setString(i++, outcome == null ? null : outcome.outcome().name());
        statement.setObject(i++, outcome == null ? null : outcome.decidedOn());
        statement.setString(i++, outcome == null ? null : outcome.documentNumber());
        statement.setBytes(i++, outcome == null ? null : seal.seal(outcome.reason(), id, "reason"));
        statement.setObject(i++, outcome == null ? null : outcome.elsewhere());
        statement.setObject(i++, is.decidedFact());
        statement.setBoolean(i++, is.withdrawn());
        statement.setString(i++, dates.state().name());
        statement.setObject(i++, dates.dueOn());
        statement.setObject(i++, dates.missingCalendar());
        statement.setBoolean(i++, dates.clockStands());
        statement.setObject(i++, dates.workingDays());
        statement.setObject(i++, dates.inTime());
        statement.setLong(i++, calendar);
        statement.setObject(i++, is.lastFact());
        statement.setObject(i++, is.voided() == null ? null : is.voided().at());
        statement.setBytes(
                i++, is.voided() == null ? null : seal.seal(is.voided().reason(), id, "void_reason"));
        statement.setLong(i++, is.version());
        statement.setObject(i, id);
    }

    /** In the order of their ids, which is that of entry. */
    List<DisclosureApplication> byIds(Connection connection, Collection<UUID> ids) throws SQLException {
        return byIds(connection, ids, "");
    }

    private List<DisclosureApplication> byIds(Connection connection, Collection<UUID> ids, String locking)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + DisclosureApplication.COLUMNS
                + " FROM disclosure_application a WHERE a.id = ANY (?) ORDER BY a.id" + locking)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            List<DisclosureApplication> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(DisclosureApplication.read(row, seal::open));
                }
            }
            return found;
        }
    }

    /** Likewise, and kept from others until the end of the transaction. */
    List<DisclosureApplication> lock(Connection connection, Collection<UUID> ids) throws SQLException {
        return byIds(connection, ids, " FOR UPDATE");
    }

    /**
     * Of many bodies and case numbers, those that stand, within the transaction: each looked up by itself, since a join of a
     * table that PostgreSQL has not analysed yet reads the whole of it.
     */
    List<DisclosureApplication> byNumbers(Connection connection, List<String> organisations, List<String> numbers)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + DisclosureApplication.COLUMNS
                        + " FROM unnest(?::varchar[], ?::varchar[]) AS wanted (organisation, case_number)"
                        + " CROSS JOIN LATERAL (SELECT * FROM disclosure_application kept WHERE kept.voided_at IS NULL"
                        + " AND kept.organisation = wanted.organisation AND kept.case_number = wanted.case_number LIMIT 1) a")) {
            statement.setArray(1, connection.createArrayOf("varchar", organisations.toArray()));
            statement.setArray(2, connection.createArrayOf("varchar", numbers.toArray()));
            List<DisclosureApplication> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(DisclosureApplication.read(rows, seal::open));
                }
            }
            return found;
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
