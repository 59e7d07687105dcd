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
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.access.Role;
import org.gongkai.intake.lifecycle.ApplicantType;
import org.gongkai.intake.lifecycle.Outcome;
import org.gongkai.intake.lifecycle.State;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.personaldata.Seal;

/**
 * Applications by their properties, a page at a time, in the order of their ids, which is that of entry: what is entered
 * while a caller pages comes after what it has read. Words of the request are sealed, so they are looked for by opening the
 * texts of the caller's own body one after another, so many for a page and no more (docs/decisions/0007).
 */
@ApplicationScoped
class ApplicationSearch {

    /** Texts opened for one page: some 50 ms of one core. */
    static final int MOST_OPENED = 5_000;

    /** Rows fetched at once while texts are opened. */
    private static final int PIECE = 500;

    @Inject
    DataSource database;

    @Inject
    Subtree subtree;

    @Inject
    Caller caller;

    @Inject
    Seal seal;

    /**
     * What is asked for; null is any.
     *
     * @param root the bodies at and below it, or null for all
     * @param state where it stands
     * @param year of receipt
     * @param receivedFrom first day of receipt
     * @param receivedTo last day of receipt
     * @param outcome of closed ones
     * @param applicantType of the applicant
     * @param overdue true: open and due before today; false: all others
     * @param dueBefore open and due before that day
     * @param caseNumber the whole of it
     * @param q words
     * @param after id of the last one already read
     * @param most how many
     */
    record Wanted(
            String root,
            State state,
            Integer year,
            LocalDate receivedFrom,
            LocalDate receivedTo,
            Outcome outcome,
            ApplicantType applicantType,
            Boolean overdue,
            LocalDate dueBefore,
            String caseNumber,
            String q,
            UUID after,
            int most) {}

    /**
     * A page.
     *
     * @param applications masked
     * @param next where to go on, or null at the end
     */
    record Found(List<DisclosureApplication> applications, UUID next) {}

    Found find(Wanted wanted, LocalDate today) {
        SearchQuery query = SearchQuery.of(wanted, today, subtree);
        if (wanted.q() == null) {
            List<DisclosureApplication> found = new ArrayList<>();
            read(query, wanted.after(), wanted.most() + 1, row -> found.add(masked(row)));
            return found.size() <= wanted.most()
                    ? new Found(found, null)
                    : new Found(
                            found.subList(0, wanted.most()),
                            found.get(wanted.most() - 1).id());
        }
        SearchWords words = SearchWords.of(wanted.q());
        Set<String> held = caller.has(Role.RECORDER) ? Set.copyOf(subtree.held()) : Set.of();
        query.numberOrHeld(words, held);
        return new Opened(words, held, wanted.most()).from(query, wanted.after());
    }

    /** One page of a search for words. */
    private final class Opened {

        private final SearchWords words;
        private final Set<String> held;
        private final int most;
        private final List<DisclosureApplication> found = new ArrayList<>();
        private UUID last;
        private int opened;

        Opened(SearchWords words, Set<String> held, int most) {
            this.words = words;
            this.held = held;
            this.most = most;
        }

        Found from(SearchQuery query, UUID after) {
            last = after;
            int rows;
            do {
                rows = read(query, last, PIECE, this::look);
            } while (rows == PIECE && !full());
            return new Found(found, full() ? last : null);
        }

        private boolean full() {
            return found.size() == most || opened >= MOST_OPENED;
        }

        private void look(ResultSet row) throws SQLException {
            if (full()) {
                return;
            }
            last = row.getObject("id", UUID.class);
            if (words.standIn(row.getString("case_number"))
                    || held.contains(row.getString("organisation")) && opens(row)) {
                found.add(masked(row));
            }
        }

        private boolean opens(ResultSet row) throws SQLException {
            opened++;
            String text = seal.open(row.getBytes("information_sought"), last, "information_sought");
            return text != null && words.standIn(text);
        }
    }

    private static DisclosureApplication masked(ResultSet row) throws SQLException {
        return DisclosureApplication.read(row, (bytes, id, field) -> bytes == null ? null : ApplicationView.MASK);
    }

    /** Answers how many rows there were. */
    private int read(SearchQuery query, UUID after, int most, Look look) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query.text(after))) {
            query.set(connection, statement, after, most);
            int rows = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    look.at(row);
                    rows++;
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new ApplicationTable.ApplicationsUnavailable(e);
        }
    }

    private interface Look {
        void at(ResultSet row) throws SQLException;
    }
}
