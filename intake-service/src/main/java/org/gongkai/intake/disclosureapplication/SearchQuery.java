package org.gongkai.intake.disclosureapplication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gongkai.intake.organisation.Subtree;

/** The SQL of a search. */
final class SearchQuery {

    /** Up to so many bodies are named one by one, which lets the database go by their index; more are joined. */
    static final int MOST_NAMED = 500;

    private final StringBuilder with = new StringBuilder();
    private final StringBuilder where = new StringBuilder(" WHERE a.voided_at IS NULL");
    private final List<Object> parameters = new ArrayList<>();

    private SearchQuery() {}

    static SearchQuery of(ApplicationSearch.Wanted wanted, LocalDate today, Subtree subtree) {
        SearchQuery query = new SearchQuery();
        if (wanted.root() != null) {
            query.bodies(wanted.root(), today, subtree);
        }
        if (wanted.state() != null) {
            query.and("a.state = ?", wanted.state().name());
        }
        if (wanted.year() != null) {
            query.and(
                    "a.received_on BETWEEN ? AND ?",
                    LocalDate.of(wanted.year(), 1, 1),
                    LocalDate.of(wanted.year(), 12, 31));
        }
        if (wanted.receivedFrom() != null) {
            query.and("a.received_on >= ?", wanted.receivedFrom());
        }
        if (wanted.receivedTo() != null) {
            query.and("a.received_on <= ?", wanted.receivedTo());
        }
        if (wanted.outcome() != null) {
            query.and("a.outcome = ?", wanted.outcome().name());
        }
        if (wanted.applicantType() != null) {
            query.and("a.applicant_type = ?", wanted.applicantType().name());
        }
        if (wanted.dueBefore() != null) {
            query.and("a.state <> 'CLOSED' AND a.due_on < ?", wanted.dueBefore());
        }
        if (wanted.overdue() != null) {
            query.and(
                    wanted.overdue()
                            ? "a.state <> 'CLOSED' AND a.due_on < ?"
                            : "(a.state = 'CLOSED' OR a.due_on IS NULL OR a.due_on >= ?)",
                    today);
        }
        if (wanted.caseNumber() != null) {
            query.and("a.case_number = ?", wanted.caseNumber());
        }
        return query;
    }

    private void bodies(String root, LocalDate today, Subtree subtree) {
        List<String> codes = subtree.below(root, MOST_NAMED + 1);
        if (codes.size() == 1) {
            and("a.organisation = ?", root);
        } else if (codes.size() <= MOST_NAMED) {
            and("a.organisation = ANY (?)", codes);
        } else {
            with.append(Subtree.REACHED);
            parameters.addAll(0, List.of(root, today, today));
            and("a.organisation IN (SELECT code FROM reached)");
        }
    }

    private void and(String condition, Object... values) {
        where.append(" AND ").append(condition);
        parameters.addAll(List.of(values));
    }

    /** Those whose number has all words, and all of the bodies whose texts may be opened. */
    void numberOrHeld(SearchWords words, Collection<String> held) {
        List<Object> values = new ArrayList<>();
        StringBuilder number = new StringBuilder();
        for (String word : words.words()) {
            number.append(number.isEmpty() ? "" : " AND ").append("upper(normalize(a.case_number, NFKC)) LIKE ?");
            values.add("%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (held.isEmpty()) {
            and("(" + number + ")", values.toArray());
        } else {
            values.add(List.copyOf(held));
            and("(" + number + " OR a.organisation = ANY (?))", values.toArray());
        }
    }

    String text(UUID after) {
        return with + "SELECT " + DisclosureApplication.COLUMNS + " FROM disclosure_application a" + where
                + (after == null ? "" : " AND a.id > ?") + " ORDER BY a.id LIMIT ?";
    }

    void set(Connection connection, PreparedStatement statement, UUID after, int most) throws SQLException {
        int index = 1;
        for (Object value : parameters) {
            if (value instanceof Collection<?> codes) {
                statement.setArray(index++, connection.createArrayOf("varchar", codes.toArray()));
            } else {
                statement.setObject(index++, value);
            }
        }
        if (after != null) {
            statement.setObject(index++, after);
        }
        statement.setInt(index, most);
    }
}
