package org.gongkai.intake.disclosureapplication;

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
import javax.sql.DataSource;
import org.gongkai.intake.lifecycle.ApplicantType;
import org.gongkai.intake.lifecycle.Outcome;
import org.gongkai.intake.lifecycle.State;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.personaldata.Seal;

/** Applications of a subtree by their properties, a page at a time, in the order of their ids, which is that of entry. */
@ApplicationScoped
class ApplicationList {

    @Inject
    DataSource database;

    @Inject
    Seal seal;

    /**
     * What is asked for; null is any.
     *
     * @param root the bodies at and below it, or null for all
     * @param state where they stand
     * @param year of receipt
     * @param outcome of closed ones
     * @param applicantType of the applicant
     * @param after id of the last one already read
     * @param most how many
     */
    record Wanted(
            String root,
            State state,
            Integer year,
            Outcome outcome,
            ApplicantType applicantType,
            UUID after,
            int most) {}

    List<DisclosureApplication> read(Wanted wanted, LocalDate today) {
        StringBuilder query = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        if (wanted.root() != null) {
            query.append(Subtree.REACHED);
            parameters.addAll(List.of(wanted.root(), today, today));
        }
        query.append("SELECT ")
                .append(DisclosureApplication.COLUMNS)
                .append(" FROM disclosure_application a WHERE a.voided_at IS NULL");
        if (wanted.root() != null) {
            query.append(" AND a.organisation IN (SELECT code FROM reached)");
        }
        if (wanted.state() != null) {
            query.append(" AND a.state = ?");
            parameters.add(wanted.state().name());
        }
        if (wanted.year() != null) {
            query.append(" AND a.received_on BETWEEN ? AND ?");
            parameters.add(LocalDate.of(wanted.year(), 1, 1));
            parameters.add(LocalDate.of(wanted.year(), 12, 31));
        }
        if (wanted.outcome() != null) {
            query.append(" AND a.outcome = ?");
            parameters.add(wanted.outcome().name());
        }
        if (wanted.applicantType() != null) {
            query.append(" AND a.applicant_type = ?");
            parameters.add(wanted.applicantType().name());
        }
        if (wanted.after() != null) {
            query.append(" AND a.id > ?");
            parameters.add(wanted.after());
        }
        query.append(" ORDER BY a.id LIMIT ?");
        parameters.add(wanted.most());
        return rows(query.toString(), parameters);
    }

    private List<DisclosureApplication> rows(String query, List<Object> parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            List<DisclosureApplication> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(DisclosureApplication.read(rows, seal::open));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new ApplicationTable.ApplicationsUnavailable(e);
        }
    }
}
