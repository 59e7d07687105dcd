package org.gongkai.benchmark.drain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.benchmark.Spread;
import org.gongkai.benchmark.facts.Country;
import org.gongkai.benchmark.facts.Fact;
import org.gongkai.benchmark.facts.FactSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The same facts as rows of the same server, counted by SQL: with a covering index, and as a materialised view. A row has
 * what is counted and nothing else, which is as narrow as it gets.
 */
public final class SqlPeers implements AutoCloseable {

    /** As tables have it. */
    static final String REFRESH = "refresh of a materialised view";

    private static final String[] TABLE = {
        "DROP MATERIALIZED VIEW IF EXISTS counted", "DROP TABLE IF EXISTS fact", """
        CREATE TABLE fact (organisation text NOT NULL, year smallint NOT NULL, month smallint NOT NULL,
            measure text NOT NULL, category text NOT NULL, applicant_type text NOT NULL)""", """
        CREATE INDEX fact_covered ON fact (organisation, year)
            INCLUDE (month, measure, category, applicant_type)"""
    };
    private static final String GROUPED = """
            SELECT month, measure, category, applicant_type, count(*) FROM fact
             WHERE year = ? AND organisation = ANY (?) GROUP BY 1, 2, 3, 4""";
    private static final String ALL_GROUPED = """
            SELECT month, measure, category, applicant_type, count(*) FROM fact
             WHERE year = ? GROUP BY 1, 2, 3, 4""";
    private static final String VIEW = """
            CREATE MATERIALIZED VIEW counted AS
            SELECT organisation, year, month, measure, category, applicant_type, count(*) AS amount
              FROM fact GROUP BY 1, 2, 3, 4, 5, 6 WITH NO DATA""";
    private static final int PIECE_BYTES = 1 << 20;

    private final Connection connection;
    private final Country country;

    /** On an own connection, which it closes. */
    public SqlPeers(Connection connection, Country country) throws SQLException {
        this.connection = connection;
        this.country = country;
        execute(TABLE);
    }

    /**
     * Loads so many facts by COPY into the indexed table.
     *
     * @return facts and seconds, vacuuming not included
     */
    Reading load(FactSource source, long count) throws SQLException {
        long began = System.nanoTime();
        copy(source, count);
        double seconds = (System.nanoTime() - began) / 1e9;
        execute("VACUUM ANALYZE fact");
        return new Reading(count, seconds, 0);
    }

    /** The same without a time. */
    public void add(FactSource source, long count) throws SQLException {
        load(source, count);
    }

    private void copy(FactSource source, long count) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY fact FROM STDIN");
        ByteArrayOutputStream rows = new ByteArrayOutputStream(2 * PIECE_BYTES);
        try {
            for (long i = 0; i < count; i++) {
                rows.write(row(source.next()).getBytes(StandardCharsets.UTF_8));
                if (rows.size() > PIECE_BYTES) {
                    copy.writeToCopy(rows.toByteArray(), 0, rows.size());
                    rows.reset();
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        copy.writeToCopy(rows.toByteArray(), 0, rows.size());
        copy.endCopy();
    }

    private static String row(Fact fact) {
        Cell cell = Cell.read(fact.type(), fact.json().getBytes(StandardCharsets.UTF_8));
        return cell.organisation()
                + '\t'
                + cell.year()
                + '\t'
                + cell.month()
                + '\t'
                + cell.measure()
                + '\t'
                + cell.category()
                + '\t'
                + cell.applicantType()
                + '\n';
    }

    /** Seconds of a GROUP BY of a year, so many times. */
    public Spread grouped(int year, List<String> organisations, int times) throws SQLException {
        List<Double> seconds = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(organisations.isEmpty() ? ALL_GROUPED : GROUPED)) {
            query.setInt(1, year);
            if (!organisations.isEmpty()) {
                query.setArray(2, connection.createArrayOf("text", organisations.toArray()));
            }
            // once unmeasured: the others find what PostgreSQL keeps in memory
            drain(query);
            for (int i = 0; i < times; i++) {
                long began = System.nanoTime();
                drain(query);
                seconds.add((System.nanoTime() - began) / 1e9);
            }
        }
        return Spread.of(seconds);
    }

    /** How many facts of a year there are. */
    public long facts(int year, List<String> organisations) throws SQLException {
        String where = organisations.isEmpty() ? "" : " AND organisation = ANY (?)";
        try (PreparedStatement query =
                connection.prepareStatement("SELECT count(*) FROM fact WHERE year = ?" + where)) {
            query.setInt(1, year);
            if (!organisations.isEmpty()) {
                query.setArray(2, connection.createArrayOf("text", organisations.toArray()));
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void drain(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                rows.getLong(5);
            }
        }
    }

    /** Seconds of a refresh, so many times. */
    private Spread refreshed(int times) throws SQLException {
        execute(VIEW);
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            execute("REFRESH MATERIALIZED VIEW counted");
            seconds.add((System.nanoTime() - began) / 1e9);
        }
        return Spread.of(seconds);
    }

    /** Seconds of each way to ask, by its name. */
    Map<String, Spread> ask(int year, int times) throws SQLException {
        Map<String, Spread> answers = new LinkedHashMap<>();
        answers.put("GROUP BY of one body", grouped(year, codes(0, 1), times));
        answers.put("GROUP BY of a city of 50", grouped(year, codes(0, Math.min(50, country.bodies())), times));
        answers.put("GROUP BY of all", grouped(year, List.of(), times));
        answers.put(REFRESH, refreshed(times));
        return answers;
    }

    private List<String> codes(int from, int to) {
        return IntStream.range(from, to).mapToObj(country::code).toList();
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
