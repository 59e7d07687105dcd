package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.register;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.lifecycle.State;
import org.gongkai.intake.organisation.Subtree;
import org.junit.jupiter.api.Test;

/** What PostgreSQL makes of the common searches: an index, and never the whole table. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class SearchPlanIT {

    private static final LocalDate TODAY = LocalDate.of(2022, 6, 1);
    /**
     * 100,000 cases of two bodies, one in a hundred open and of these one in ten overdue, as nothing else is: were most of
     * them due in the past, any index of open cases would do. Dated by a calendar that no other is newer than.
     */
    private static final String ROWS = """
            INSERT INTO disclosure_application (id, organisation, case_number, received_on, channel, applicant_type, state,
                due_on, outcome, decided_on, elsewhere, decided_fact, received_fact, last_fact, personal_data_erased_on, dated_with)
            SELECT gen_random_uuid(), CASE WHEN n % 10 = 0 THEN 'PLAN-1' ELSE 'PLAN-2' END, 'n' || n, '2021-03-04', 'ONLINE',
                   'NATURAL_PERSON', CASE WHEN n % 100 = 0 THEN 'REGISTERED' ELSE 'CLOSED' END,
                   CASE WHEN n % 1000 = 0 THEN date '2021-04-01' ELSE date '2022-12-30' END,
                   CASE WHEN n % 100 <> 0 THEN 'GRANTED_FULL' END, CASE WHEN n % 100 <> 0 THEN date '2021-03-31' END,
                   CASE WHEN n % 100 <> 0 THEN false END, CASE WHEN n % 100 <> 0 THEN gen_random_uuid() END,
                   gen_random_uuid(), gen_random_uuid(), '2021-04-01', 9223372036854775807
              FROM generate_series(1, 100000) n
            """;

    @Inject
    DataSource database;

    @Inject
    Subtree subtree;

    private static ApplicationSearch.Wanted wanted(
            String root, State state, Boolean overdue, String caseNumber, UUID after) {
        return new ApplicationSearch.Wanted(
                root, state, null, null, null, null, null, overdue, null, caseNumber, null, after, 50);
    }

    private String plan(ApplicationSearch.Wanted wanted) throws SQLException {
        SearchQuery query = SearchQuery.of(wanted, TODAY, subtree);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("EXPLAIN " + query.text(wanted.after()))) {
            query.set(connection, statement, wanted.after(), wanted.most());
            return lines(statement);
        }
    }

    private static String lines(PreparedStatement explained) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet row = explained.executeQuery()) {
            while (row.next()) {
                plan.append(row.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    @Test
    void the_common_searches_go_by_an_index() throws SQLException {
        register("PLAN-1", null);
        register("PLAN-2", null);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(ROWS);
            statement.execute("ANALYZE disclosure_application");
        }

        uses("disclosure_application_body", wanted("PLAN-1", null, null, null, null));
        uses("disclosure_application_body", wanted("PLAN-1", State.CLOSED, null, null, new UUID(1L << 62, 7)));
        uses("disclosure_application_open", wanted(null, null, true, null, null));
        uses("disclosure_application_key", wanted("PLAN-1", null, null, "n70", null));
    }

    /** The index of applicants is the body's, that of co-applicants nobody's alone: both hold the few who match. */
    @Test
    void earlier_cases_go_by_the_indexes_of_applicants_and_of_co_applicants() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("EXPLAIN " + EarlierCases.OF_APPLICANTS)) {
            Array people = connection.createArrayOf("bytea", new byte[][] {new byte[16]});
            statement.setString(1, "PLAN-1");
            statement.setArray(2, people);
            statement.setArray(3, people);
            statement.setObject(4, new UUID(1L << 62, 7));
            statement.setObject(5, TODAY);
            statement.setInt(6, 10);
            // a table of a few rows is read whole
            connection.createStatement().execute("SET enable_seqscan = off");
            String plan = lines(statement);
            connection.createStatement().execute("RESET enable_seqscan");
            assertTrue(plan.contains("disclosure_application_applicant"), plan);
            assertTrue(plan.contains("disclosure_application_co_applicant"), plan);
        }
    }

    private void uses(String index, ApplicationSearch.Wanted wanted) throws SQLException {
        String plan = plan(wanted);
        assertTrue(plan.contains(index), wanted + "\n" + plan);
        assertFalse(plan.contains("Seq Scan on disclosure_application"), plan);
    }
}
