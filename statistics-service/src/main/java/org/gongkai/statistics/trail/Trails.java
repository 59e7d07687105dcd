package org.gongkai.statistics.trail;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.gongkai.statistics.counting.Dictionary;
import org.gongkai.statistics.lane.Position;
import org.gongkai.statistics.lane.Standing;
import org.gongkai.statistics.organisation.OrganisationTables;
import org.gongkai.statistics.organisation.OrganisationTree;
import org.gongkai.statistics.snapshot.Snapshot;
import org.gongkai.statistics.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;

/** Transactions in the trail. */
@ApplicationScoped
public class Trails {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    // Truncating waits for whoever holds this, and whoever waits for it takes the snapshot afterwards: nobody sees an
    // emptied trail at positions of before. Entries are looked up by ranges of keys, whose size the planner can't
    // guess: of
    // a table that was never analysed it would read the whole, once for every body.
    private static final String READ = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;"
            + " LOCK TABLE trail.entry IN ACCESS SHARE MODE;"
            + " SET LOCAL enable_seqscan TO off; SET LOCAL jit TO off;"
            + " SET LOCAL search_path TO trail_as_of, trail, public";
    private static final String WRITE = "SET LOCAL search_path TO trail, public";
    private static final int TREES_KEPT = 8;

    /** Of each lane how many changes and the last: no two sets of changes up to a position have the same. */
    private static final String TREE_VERSION = """
            SELECT string_agg(lane || ':' || count || ':' || last, ' ' ORDER BY lane) FROM (
                SELECT lane, count(*) AS count, max(position) AS last FROM (
                    SELECT lane, position FROM trail.description UNION ALL SELECT lane, position FROM trail.place
                    UNION ALL SELECT lane, position FROM trail.abolition) AS change
                WHERE position <= ((SELECT current_setting('gongkai.as_of')::bigint[]))[lane + 1]
                GROUP BY lane) AS lanes
            """;

    private final DataSource database;
    private final Dictionary dictionary;
    private final Clock clock;
    private final Map<String, Integer> types = new ConcurrentHashMap<>();
    private final Map<String, OrganisationTree> trees = new ConcurrentHashMap<>();

    Trails(DataSource database, Dictionary dictionary, Clock clock) {
        this.database = database;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /** What is written in a transaction. */
    public interface Writing<T> {
        /** Writes; empty: the transaction is rolled back. */
        Optional<T> in(Connection connection) throws SQLException;
    }

    /** How far the trail has come. */
    public TrailTable.State state() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TrailTable.read(connection);
        }
    }

    /** Writes in a transaction, which is committed where the work has a result. */
    public <T> Optional<T> write(Writing<T> writing) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, WRITE);
                Optional<T> result = writing.in(connection);
                if (result.isPresent()) {
                    connection.commit();
                }
                return result;
            } finally {
                connection.rollback();
            }
        }
    }

    /**
     * Reads everything as it stood, in a repeatable snapshot of the trail: whatever reads cells, tree, confirmations and
     * unreadable facts of a ledger reads them here as they stood.
     *
     * @param moment null: as far as the trail has come
     */
    public <T> T read(@Nullable AsOf moment, Snapshots.Reading<T> reading) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, READ);
                return reading.in(snapshot(connection, moment));
            } finally {
                connection.rollback();
            }
        }
    }

    private Snapshot snapshot(Connection connection, @Nullable AsOf moment) throws SQLException {
        TrailTable.State state = TrailTable.read(connection);
        Position position = state.position();
        OffsetDateTime asOf = OffsetDateTime.now(clock);
        if (moment instanceof AsOf.AtPosition at) {
            position = at.position();
            asOf = TrailTable.recorded(connection, position)
                    .map(recorded -> OffsetDateTime.ofInstant(recorded, ZONE))
                    .orElse(asOf);
        } else if (moment instanceof AsOf.AtInstant at) {
            position = TrailTable.upTo(connection, at.instant(), position.generation());
            asOf = OffsetDateTime.ofInstant(at.instant(), ZONE);
        }
        TrailTable.lookFrom(connection, position);
        return new Snapshot(
                connection,
                new Standing(position, state.newerGeneration(), 0, 0),
                tree(connection, state.restarts()),
                asOf.truncatedTo(ChronoUnit.MILLIS));
    }

    private OrganisationTree tree(Connection connection, int restarts) throws SQLException {
        String version;
        try (PreparedStatement read = connection.prepareStatement(TREE_VERSION);
                ResultSet row = read.executeQuery()) {
            row.next();
            version = restarts + " " + row.getString(1);
        }
        OrganisationTree tree = trees.get(version);
        if (tree == null) {
            tree = OrganisationTables.read(connection);
            if (trees.size() >= TREES_KEPT) {
                trees.clear();
            }
            trees.put(version, tree);
        }
        return tree;
    }

    /** The database's numbers for what a batch speaks of; given in transactions of their own, and once for ever. */
    public TraceTable.Numbers numbers(Traces traces) throws SQLException {
        return new TraceTable.Numbers(
                dictionary.organisations(traces.organisations()),
                dictionary.kinds(traces.kinds()),
                types(traces.types()));
    }

    private int[] types(List<String> names) throws SQLException {
        List<String> unknown = new ArrayList<>(names);
        unknown.removeAll(types.keySet());
        if (!unknown.isEmpty()) {
            try (Connection connection = database.getConnection();
                    PreparedStatement give = connection.prepareStatement(
                            "INSERT INTO trail.fact_type (name) SELECT unnest(?::text[]) ON CONFLICT DO NOTHING");
                    PreparedStatement read = connection.prepareStatement("SELECT name, number FROM trail.fact_type")) {
                give.setArray(
                        1,
                        connection.createArrayOf(
                                "text", unknown.stream().sorted().toArray()));
                give.executeUpdate();
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        types.put(row.getString(1), row.getInt(2));
                    }
                }
            }
        }
        return names.stream().mapToInt(types::get).toArray();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
