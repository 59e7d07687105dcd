package org.gongkai.statistics.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import org.gongkai.statistics.lane.Standing;
import org.gongkai.statistics.organisation.OrganisationTree;
import org.gongkai.statistics.organisation.TreeOfDay;

/**
 * One moment: whatever is read through it belongs together.
 *
 * @param connection with a repeatable, read-only transaction under way
 * @param standing how far counting had come
 * @param tree the organisations as counted then
 * @param asOf when it was taken, in Asia/Shanghai
 */
public record Snapshot(Connection connection, Standing standing, OrganisationTree tree, OffsetDateTime asOf) {

    /** More organisations with unreadable facts than this count as all. */
    private static final int MOST_TOUCHED = 1_000;

    private static final Completeness NOBODY = new Completeness(true, Set.of());

    private static final String TOUCHED = """
            SELECT organisation, bool_or(concerns_tree) FROM unreadable_fact GROUP BY organisation LIMIT ?
            """;

    /** Today's day in Asia/Shanghai. */
    public LocalDate today() {
        return asOf.toLocalDate();
    }

    /** The tree as it stands today: what callers may reach goes by it. */
    public TreeOfDay treeOfToday() {
        return tree.on(today());
    }

    /** Whether figures of these organisations hold everything that has come. */
    public boolean isComplete(Set<String> organisations) throws SQLException {
        return completeness().of(organisations);
    }

    /**
     * Whose figures hold everything that has come: no unreadable fact touches them, and counting does not stand still
     * before a new generation. A fact touches the organisation that it names; one that names none, or one that nobody
     * knows, and one that could change the tree, touches all.
     */
    public Completeness completeness() throws SQLException {
        if (standing.isStopped()) {
            return NOBODY;
        }
        Set<String> touched = new HashSet<>();
        try (PreparedStatement read = connection.prepareStatement(TOUCHED)) {
            read.setInt(1, MOST_TOUCHED + 1);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    String organisation = row.getString(1);
                    boolean touchesAll = organisation == null || row.getBoolean(2) || tree.body(organisation) == null;
                    if (touchesAll || touched.size() == MOST_TOUCHED) {
                        return NOBODY;
                    }
                    touched.add(organisation);
                }
            }
        }
        return new Completeness(false, touched);
    }
}
