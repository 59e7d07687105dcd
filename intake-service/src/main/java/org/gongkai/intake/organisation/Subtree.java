package org.gongkai.intake.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/**
 * What a caller reaches: the organisation of its claim and all below it, by the tree of today. A body that was merged
 * stands below its successor from the day of the merger on, for somebody must answer its open cases.
 */
@ApplicationScoped
public class Subtree {

    /**
     * {@code WITH RECURSIVE} part that names {@code reached(code)}: all bodies at and below a root. Parameters: root, today,
     * today.
     */
    public static final String REACHED = """
            WITH RECURSIVE reached (code) AS (
              SELECT cast(? AS varchar)
              UNION
              SELECT below.code FROM reached JOIN LATERAL (
                SELECT p.code FROM organisation_parent p
                 WHERE p.parent = reached.code
                   AND p.since = (SELECT max(latest.since) FROM organisation_parent latest
                                   WHERE latest.code = p.code AND latest.since <= ?)
                UNION ALL
                SELECT merged.code FROM organisation merged
                 WHERE merged.successor = reached.code AND merged.abolished_since <= ?
              ) below ON true
            )
            """;

    private static final String ABOVE = """
            WITH RECURSIVE above (code) AS (
              SELECT cast(? AS varchar)
              UNION
              SELECT next.code FROM above JOIN LATERAL (
                (SELECT p.parent AS code FROM organisation_parent p
                  WHERE p.code = above.code AND p.since <= ? ORDER BY p.since DESC LIMIT 1)
                UNION ALL
                SELECT o.successor FROM organisation o WHERE o.code = above.code AND o.abolished_since <= ?
              ) next ON next.code IS NOT NULL
            )
            SELECT 1 FROM above WHERE code = ?
            """;
    private static final String HOLDERS = """
            WITH RECURSIVE holder (code) AS (
              SELECT cast(? AS varchar)
              UNION
              SELECT o.successor FROM holder JOIN organisation o USING (code)
               WHERE o.abolished_since <= ? AND o.successor IS NOT NULL
            )
            SELECT 1 FROM holder WHERE code = ?
            """;

    private static final String HELD = """
            WITH RECURSIVE held (code) AS (
              SELECT cast(? AS varchar)
              UNION
              SELECT o.code FROM held JOIN organisation o ON o.successor = held.code WHERE o.abolished_since <= ?
            )
            SELECT code FROM held
            """;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    /** Refuses an organisation that a body, path or query names outside the subtree, whether it exists or not. */
    public void require(String organisation) {
        if (!reaches(organisation)) {
            throw new Refusal(ProblemType.OUTSIDE_SUBTREE);
        }
    }

    /** Whether the caller reaches it. */
    public boolean reaches(String organisation) {
        return reaches(caller.claim(), organisation);
    }

    /** Whether a caller with this claim reaches it. */
    public boolean reaches(String claim, String organisation) {
        if (claim.equals(Caller.EVERYTHING) || claim.equals(organisation)) {
            return true;
        }
        if (!OrganisationBody.isCode(organisation)) {
            return false;
        }
        LocalDate today = LocalDate.now(clock);
        return exists(ABOVE, organisation, today, today, claim);
    }

    /** Whether the caller's own body holds the cases of this one: it is the same, or goes on after it. */
    public boolean holds(String organisation) {
        return caller.claim().equals(organisation)
                || !caller.reachesEverything() && exists(HOLDERS, organisation, LocalDate.now(clock), caller.claim());
    }

    /** The bodies whose cases the caller's own body holds; none for a claim that is no body's. */
    public List<String> held() {
        return caller.reachesEverything() ? List.of() : codes(HELD, caller.claim(), LocalDate.now(clock));
    }

    /**
     * The bodies at and below a root, in order of their codes.
     *
     * @param most how many are named
     */
    public List<String> below(String root, int most) {
        LocalDate today = LocalDate.now(clock);
        return codes(REACHED + "SELECT code FROM reached ORDER BY code LIMIT ?", root, today, today, most);
    }

    private List<String> codes(String query, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> codes = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    codes.add(rows.getString("code"));
                }
            }
            return codes;
        } catch (SQLException e) {
            throw new RegisterUnavailable(e);
        }
    }

    private boolean exists(String query, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new RegisterUnavailable(e);
        }
    }

    /** The database did not answer. */
    static final class RegisterUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RegisterUnavailable(SQLException cause) {
            super(cause);
        }
    }
}
