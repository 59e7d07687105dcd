package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongkai.intake.lifecycle.Outcome;
import org.gongkai.intake.lifecycle.State;
import org.gongkai.intake.personaldata.BlindIndex;

/**
 * Other cases of the same body that a clerk should know of: of the same people (条例 article 35: how many and how often; fees)
 * and of the same information (article 36 number 6: replied to already). Found by keyed digests; nothing is opened.
 */
@ApplicationScoped
class EarlierCases {

    /** Of each kind. */
    private static final int MOST = 10;

    private static final String SELECT = """
            SELECT a.id, a.case_number, a.state, a.outcome, a.received_on FROM disclosure_application a
             WHERE a.organisation = ? AND %s AND a.id <> ? AND a.voided_at IS NULL
               AND coalesce(a.received_on, a.arrived_on) <= ?
             ORDER BY coalesce(a.received_on, a.arrived_on) DESC, a.id DESC LIMIT ?
            """;
    static final String OF_APPLICANTS = SELECT.formatted(Parties.ASKS);
    private static final String OF_INFORMATION = SELECT.formatted("a.sought_index = ?");

    @Inject
    DataSource database;

    @Inject
    BlindIndex index;

    /**
     * One of them.
     *
     * @param outcome absent while it is open
     * @param receivedOn absent while it awaits confirmation
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Case(UUID id, String caseNumber, State state, Outcome outcome, LocalDate receivedOn) {}

    /**
     * Received no later than the application itself, newest first, ten of each at most.
     *
     * @param sameApplicant where one who asks here asked too, first or beside others, by the identity document; none where
     *     it is not known
     * @param sameInformation asked for in the same words
     */
    public record View(List<Case> sameApplicant, List<Case> sameInformation) {}

    View of(DisclosureApplication application) {
        ApplicationBody content = application.content();
        try (Connection connection = database.getConnection()) {
            byte[][] people = Parties.allDigests(content, index);
            Array digests = connection.createArrayOf("bytea", people);
            return new View(
                    people.length == 0 ? List.of() : read(connection, OF_APPLICANTS, application, digests, digests),
                    read(connection, OF_INFORMATION, application, index.ofText(content.informationSought())));
        } catch (SQLException e) {
            throw new ApplicationTable.ApplicationsUnavailable(e);
        }
    }

    private static List<Case> read(
            Connection connection, String query, DisclosureApplication application, Object... digests)
            throws SQLException {
        List<Case> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            int i = 1;
            statement.setString(i++, application.content().organisation());
            for (Object digest : digests) {
                statement.setObject(i++, digest);
            }
            statement.setObject(i++, application.id());
            statement.setObject(i++, application.content().begins());
            statement.setInt(i, MOST);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String outcome = row.getString("outcome");
                    found.add(new Case(
                            row.getObject("id", UUID.class),
                            row.getString("case_number"),
                            State.valueOf(row.getString("state")),
                            outcome == null ? null : Outcome.valueOf(outcome),
                            row.getObject("received_on", LocalDate.class)));
                }
            }
        }
        return found;
    }

    /** When its personal data were erased; null while they are there. */
    LocalDate erasedOn(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT personal_data_erased_on FROM disclosure_application WHERE id = ?")) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1, LocalDate.class) : null;
            }
        } catch (SQLException e) {
            throw new ApplicationTable.ApplicationsUnavailable(e);
        }
    }
}
