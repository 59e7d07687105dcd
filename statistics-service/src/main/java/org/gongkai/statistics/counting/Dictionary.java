package org.gongkai.statistics.counting;

import com.carrotsearch.hppc.LongLongHashMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The numbers of organisations and kinds. A number is given in a transaction of its own, before the one that counts: what was
 * once given holds for ever, for every ledger, so it can be kept in memory.
 */
@ApplicationScoped
public class Dictionary {

    private final DataSource database;
    private final Map<String, Integer> organisations = new ConcurrentHashMap<>();
    private final Map<Kind, Integer> kinds = new ConcurrentHashMap<>();

    Dictionary(DataSource database) {
        this.database = database;
    }

    /** A tally under the database's keys, in key order. */
    public KeyedDeltas keyed(Tally tally) throws SQLException {
        int[] organisationNumbers = organisations(tally.organisations());
        int[] kindNumbers = kinds(tally.kinds());
        LongLongHashMap amounts = new LongLongHashMap(tally.size());
        tally.forEach((organisation, month, kind, amount) ->
                amounts.put(CellKey.of(organisationNumbers[organisation], month, kindNumbers[kind]), amount));
        long[] keys = amounts.keys().toArray();
        Arrays.sort(keys);
        long[] values = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            values[i] = amounts.get(keys[i]);
        }
        return new KeyedDeltas(keys, values);
    }

    /** Numbers of organisations, in the order of their codes given. */
    public int[] organisations(List<String> codes) throws SQLException {
        if (!organisations.keySet().containsAll(codes)) {
            learnOrganisations(unknown(codes));
        }
        return codes.stream().mapToInt(organisations::get).toArray();
    }

    /**
     * Numbers of organisations by their codes, without giving any: one that has none has no cells in the connection's
     * snapshot.
     */
    public Map<String, Integer> numbered(Connection connection, Collection<String> codes) throws SQLException {
        Collection<String> unknown = unknown(codes);
        if (!unknown.isEmpty()) {
            readOrganisations(connection, unknown);
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (String code : codes) {
            Integer number = organisations.get(code);
            if (number != null) {
                numbers.put(code, number);
            }
        }
        return numbers;
    }

    /** Numbers of kinds, in their order given. */
    public int[] kinds(List<Kind> wanted) throws SQLException {
        if (!kinds.keySet().containsAll(wanted)) {
            learnKinds(wanted.stream()
                    .filter(kind -> !kinds.containsKey(kind))
                    .distinct()
                    .toList());
        }
        return wanted.stream().mapToInt(kinds::get).toArray();
    }

    private Collection<String> unknown(Collection<String> codes) {
        TreeSet<String> unknown = new TreeSet<>();
        for (String code : codes) {
            if (!organisations.containsKey(code)) {
                unknown.add(code);
            }
        }
        return unknown;
    }

    private void learnOrganisations(Collection<String> codes) throws SQLException {
        try (Connection connection = database.getConnection()) {
            readOrganisations(connection, codes);
            Object[] missing = codes.stream()
                    .filter(code -> !organisations.containsKey(code))
                    .toArray();
            if (missing.length > 0) {
                // In order of codes, so that two replicas never wait for each other in a circle.
                try (PreparedStatement give = connection.prepareStatement(
                        "INSERT INTO organisation_number (code) SELECT unnest(?::text[]) ON CONFLICT DO NOTHING")) {
                    give.setArray(1, connection.createArrayOf("text", missing));
                    give.executeUpdate();
                }
                readOrganisations(connection, codes);
            }
        }
    }

    private void readOrganisations(Connection connection, Collection<String> codes) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(
                "SELECT code, number FROM organisation_number JOIN unnest(?::text[]) AS wanted (code) USING (code)")) {
            read.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    organisations.put(row.getString(1), row.getInt(2));
                }
            }
        }
    }

    private void learnKinds(List<Kind> wanted) throws SQLException {
        try (Connection connection = database.getConnection()) {
            readKinds(connection);
            List<Kind> missing = wanted.stream()
                    .filter(kind -> !kinds.containsKey(kind))
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .toList();
            if (!missing.isEmpty()) {
                try (PreparedStatement give = connection.prepareStatement("""
                        INSERT INTO kind (measure, category, applicant_type)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::text[]) ON CONFLICT DO NOTHING
                        """)) {
                    give.setArray(
                            1,
                            connection.createArrayOf(
                                    "text",
                                    missing.stream()
                                            .map(kind -> kind.measure().name())
                                            .toArray()));
                    give.setArray(
                            2,
                            connection.createArrayOf(
                                    "text", missing.stream().map(Kind::category).toArray()));
                    give.setArray(
                            3,
                            connection.createArrayOf(
                                    "text",
                                    missing.stream().map(Kind::applicantType).toArray()));
                    give.executeUpdate();
                }
                readKinds(connection);
            }
        }
    }

    private void readKinds(Connection connection) throws SQLException {
        try (PreparedStatement read =
                        connection.prepareStatement("SELECT measure, category, applicant_type, number FROM kind");
                ResultSet row = read.executeQuery()) {
            while (row.next()) {
                kinds.put(
                        new Kind(Measure.valueOf(row.getString(1)), row.getString(2), row.getString(3)), row.getInt(4));
            }
        }
    }
}
