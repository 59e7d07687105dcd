package org.gongkai.intake.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/** Whether a body exists on a day: what happens later is its successor's. */
@ApplicationScoped
public class Standing {

    @Inject
    DataSource database;

    /**
     * What the register says of a body.
     *
     * @param mayIssueRules whether it may issue rules
     * @param abolishedSince first day on which it is no more, or null
     * @param successor who goes on with its duties, or null
     */
    public record Body(boolean mayIssueRules, LocalDate abolishedSince, String successor) {}

    /** Refuses a body that is not registered, or no more on that day. */
    public Body require(String organisation, LocalDate day) {
        return require(organisation, day, body(organisation));
    }

    /** Likewise, where it is known already what the register says. */
    public static Body require(String organisation, LocalDate day, Optional<Body> registered) {
        Body body = registered.orElseThrow(() -> new Refusal(ProblemType.UNKNOWN_ORGANISATION, organisation));
        if (body.abolishedSince() != null && !day.isBefore(body.abolishedSince())) {
            throw new Refusal(
                    ProblemType.ORGANISATION_ABOLISHED,
                    organisation,
                    body.abolishedSince(),
                    body.successor() == null ? "—" : body.successor());
        }
        return body;
    }

    /** Empty where it is not registered. */
    public Optional<Body> body(String organisation) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT may_issue_rules, abolished_since, successor FROM organisation WHERE code = ?")) {
            statement.setString(1, organisation);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Body(
                                row.getBoolean("may_issue_rules"),
                                row.getObject("abolished_since", LocalDate.class),
                                row.getString("successor")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new Subtree.RegisterUnavailable(e);
        }
    }
}
