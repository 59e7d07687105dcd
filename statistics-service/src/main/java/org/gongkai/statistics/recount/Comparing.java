package org.gongkai.statistics.recount;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.statistics.counting.CellKey;

/** Compares two ledgers that stand at one position, cell by cell, in the order of their keys. */
final class Comparing {

    /** More differences than this are counted and not listed. */
    static final int MOST_LISTED = 100;

    private static final int FETCH = 10_000;

    private static final String CONFIRMED = """
            SELECT code, year, confirmed_on::text || CASE WHEN nil THEN ' 0' ELSE '' END
            FROM year_mark JOIN organisation_number ON organisation_number.number = year_mark.organisation
            WHERE confirmed_on IS NOT NULL AND confirmed_at > counted_at
            """;
    private static final String ORGANISATIONS = """
            SELECT code, NULL::integer, concat_ws(' ', name, level, kind, may_issue_rules, contact_unit, contact_phone,
                report_url, document_prefix, 'abolished ' || abolition.since, abolition.successor,
                (SELECT string_agg(concat(since, ' ', parent), ' ' ORDER BY since) FROM organisation_place place
                    WHERE place.code = organisation.code))
            FROM organisation LEFT JOIN organisation_abolition abolition USING (code)
            """;
    private static final String NAMES = """
            SELECT code, measure, category, applicant_type FROM organisation_number, kind
            WHERE organisation_number.number = ? AND kind.number = ?
            """;

    private final Connection live;
    private final Connection recounted;
    private final List<Difference> listed = new ArrayList<>();
    private long cells;
    private long differing;
    private long others;

    /**
     * A comparison.
     *
     * @param live in a transaction that reads the live ledger
     * @param recounted in one that reads the recount
     */
    Comparing(Connection live, Connection recounted) {
        this.live = live;
        this.recounted = recounted;
    }

    Comparing compare() throws SQLException {
        compareCells();
        others(CONFIRMED);
        others(ORGANISATIONS);
        return this;
    }

    private void compareCells() throws SQLException {
        try (PreparedStatement readOne = cells(live);
                PreparedStatement readOther = cells(recounted);
                ResultSet one = readOne.executeQuery();
                ResultSet other = readOther.executeQuery()) {
            boolean hasOne = one.next();
            boolean hasOther = other.next();
            while (hasOne || hasOther) {
                int order = !hasOne ? 1 : !hasOther ? -1 : Long.compare(one.getLong(1), other.getLong(1));
                long is = order <= 0 ? one.getLong(2) : 0;
                long should = order >= 0 ? other.getLong(2) : 0;
                cells++;
                if (is != should) {
                    differs(order <= 0 ? one.getLong(1) : other.getLong(1), is, should);
                }
                hasOne = order <= 0 ? one.next() : hasOne;
                hasOther = order >= 0 ? other.next() : hasOther;
            }
        }
    }

    /** Cells of either that are not 0. */
    long cells() {
        return cells;
    }

    /** How many of the cells are not equal. */
    long differing() {
        return differing;
    }

    /** How many confirmations and organisations are not equal. */
    long others() {
        return others;
    }

    /** The first differences. */
    List<Difference> listed() {
        return listed;
    }

    private static PreparedStatement cells(Connection connection) throws SQLException {
        PreparedStatement read =
                connection.prepareStatement("SELECT key, amount FROM cell WHERE amount <> 0 ORDER BY key");
        read.setFetchSize(FETCH);
        return read;
    }

    private void differs(long key, long is, long should) throws SQLException {
        differing++;
        if (listed.size() < MOST_LISTED) {
            try (PreparedStatement read = recounted.prepareStatement(NAMES)) {
                read.setInt(1, CellKey.organisation(key));
                read.setInt(2, CellKey.kind(key));
                try (ResultSet row = read.executeQuery()) {
                    boolean named = row.next();
                    listed.add(new Difference(
                            named ? row.getString(1) : Integer.toString(CellKey.organisation(key)),
                            CellKey.yearOf(CellKey.month(key)),
                            CellKey.monthOf(CellKey.month(key)),
                            named ? row.getString(2) : Integer.toString(CellKey.kind(key)),
                            named ? row.getString(3) : null,
                            named ? row.getString(4) : null,
                            Long.toString(is),
                            Long.toString(should)));
                }
            }
        }
    }

    private void others(String query) throws SQLException {
        Map<Subject, String> is = subjects(live, query);
        Map<Subject, String> should = subjects(recounted, query);
        TreeSet<Subject> all = new TreeSet<>(is.keySet());
        all.addAll(should.keySet());
        for (Subject subject : all) {
            if (!Objects.equals(is.get(subject), should.get(subject))) {
                others++;
                if (listed.size() < MOST_LISTED) {
                    listed.add(new Difference(
                            subject.organisation(),
                            subject.year() == 0 ? null : subject.year(),
                            null,
                            null,
                            null,
                            null,
                            is.get(subject),
                            should.get(subject)));
                }
            }
        }
    }

    private static Map<Subject, String> subjects(Connection connection, String query) throws SQLException {
        Map<Subject, String> subjects = new TreeMap<>();
        try (PreparedStatement read = connection.prepareStatement(query)) {
            read.setFetchSize(FETCH);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    subjects.put(new Subject(row.getString(1), row.getInt(2)), row.getString(3));
                }
            }
        }
        return subjects;
    }

    /** A body, or a year of one. */
    private record Subject(String organisation, int year) implements Comparable<Subject> {
        @Override
        public int compareTo(Subject other) {
            int order = organisation.compareTo(other.organisation);
            return order != 0 ? order : Integer.compare(year, other.year);
        }
    }
}
