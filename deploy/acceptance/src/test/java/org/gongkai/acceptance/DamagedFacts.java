package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.gongkai.local.LocalSystem;

/** Facts spoilt in intake's journal before they are published, and what databases say of them afterwards. */
final class DamagedFacts {

    private static final String TOPIC = "gongkai.facts";
    private static final String HELD_UP =
            " FROM pg_stat_activity WHERE application_name = ? AND wait_event_type = 'Lock' AND query LIKE ?";

    private final LocalSystem system;

    DamagedFacts(LocalSystem system) {
        this.system = system;
    }

    /**
     * A fact of the journal and what was made of it.
     *
     * @param type as intake wrote it
     * @param payload likewise
     * @param publishedType a later version's, or the same
     * @param publishedPayload with a value that nobody knows, or the same
     */
    record Damaged(
            String organisation,
            int lane,
            long position,
            String type,
            String payload,
            String publishedType,
            String publishedPayload) {

        /** Its place in the journal as one word. */
        String place() {
            return lane + "-" + position;
        }
    }

    /** What runs while the relay waits. */
    interface Meanwhile {
        void run() throws Exception;
    }

    /**
     * Holds the relay between two rounds: it has had a fact of the lane acknowledged, and waits to note so. What is recorded
     * then stays in the journal until it goes on.
     *
     * @param plug records a fact of the lane
     */
    void whileNothingIsPublished(int lane, Meanwhile plug, Meanwhile meanwhile) throws Exception {
        try (Connection intake = connect("intake")) {
            intake.setAutoCommit(false);
            execute(intake, "SELECT position FROM relay_note WHERE lane = " + lane + " FOR UPDATE");
            plug.run();
            await(() -> !heldUp("intake", "UPDATE relay_note%").isEmpty());
            meanwhile.run();
            intake.rollback();
        }
    }

    /** The facts of a body that receive applications, oldest first, as they would be damaged: by turns in either way. */
    List<Damaged> received(String organisation) throws SQLException {
        List<Damaged> facts = new ArrayList<>();
        try (Connection intake = connect("intake");
                PreparedStatement read = intake.prepareStatement("SELECT lane, position, type, payload FROM journal"
                        + " WHERE organisation = ? AND type LIKE '%.ApplicationReceived.%' ORDER BY position")) {
            read.setString(1, organisation);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    String type = row.getString(3);
                    String payload = row.getString(4);
                    boolean ofLaterVersion = facts.size() % 2 == 0;
                    facts.add(new Damaged(
                            organisation,
                            row.getInt(1),
                            row.getLong(2),
                            type,
                            payload,
                            ofLaterVersion ? type.replace(".v1", ".v2") : type,
                            ofLaterVersion ? payload : payload.replace("ONLINE", "PIGEON")));
                }
            }
        }
        return facts;
    }

    /** Spoils them. */
    void damage(List<Damaged> facts) throws SQLException {
        for (Damaged fact : facts) {
            rewrite(fact, fact.publishedType(), fact.publishedPayload());
        }
    }

    /** Lets the journal say again what intake had written. */
    void restore(List<Damaged> facts) throws SQLException {
        for (Damaged fact : facts) {
            rewrite(fact, fact.type(), fact.payload());
        }
    }

    /** The journal refuses changes by a trigger, which its owner can put aside. */
    private void rewrite(Damaged fact, String type, String payload) throws SQLException {
        try (Connection intake = connect("intake")) {
            intake.setAutoCommit(false);
            execute(intake, "ALTER TABLE journal DISABLE TRIGGER journal_is_append_only");
            try (PreparedStatement write = intake.prepareStatement(
                    "UPDATE journal SET type = ?, payload = ? WHERE lane = ? AND position = ?")) {
                write.setString(1, type);
                write.setString(2, payload);
                write.setInt(3, fact.lane());
                write.setLong(4, fact.position());
                assertEquals(1, write.executeUpdate());
            }
            execute(intake, "ALTER TABLE journal ENABLE TRIGGER journal_is_append_only");
            intake.commit();
        }
    }

    /**
     * Puts back type and value of facts that are kept. A newer version of the service would read them as they are; here the
     * service stays and what it reads changes, which is the same to all that comes after the reading: the replay finds a kept
     * fact, under its number, that can be read now. A newer version could read what the trail keeps as well.
     */
    void mend(List<Damaged> facts) throws SQLException {
        try (Connection statistics = connect("statistics")) {
            for (String schema : List.of(liveSchema(statistics), "trail")) {
                try (PreparedStatement mend = statistics.prepareStatement("UPDATE " + schema + ".unreadable_fact"
                        + " SET value = convert_to(?, 'UTF8'), headers = (SELECT json_agg("
                        + " CASE header ->> 'name' WHEN 'ce_type' THEN json_build_object("
                        + " 'name', 'ce_type', 'value', encode(convert_to(?, 'UTF8'), 'base64')) ELSE header END)"
                        + " FROM json_array_elements(headers) header) WHERE lane = ? AND position = ?")) {
                    for (Damaged fact : facts) {
                        mend.setString(1, fact.payload());
                        mend.setString(2, fact.type());
                        mend.setInt(3, fact.lane());
                        mend.setLong(4, fact.position());
                        assertEquals(1, mend.executeUpdate(), () -> schema + " lacks " + fact);
                    }
                }
            }
        }
    }

    /** How many facts the trail can't read. */
    long unreadableInTrail() throws SQLException {
        return numbers("SELECT 'all', count(*) FROM trail.unreadable_fact").get("all");
    }

    /** Ids of the facts that are kept, by their places. */
    Map<String, String> kept() throws SQLException {
        Map<String, String> kept = new TreeMap<>();
        try (Connection statistics = connect("statistics");
                Statement statement = statistics.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT lane, position, id FROM " + liveSchema(statistics) + ".unreadable_fact")) {
            while (row.next()) {
                kept.put(row.getInt(1) + "-" + row.getLong(2), row.getString(3));
            }
        }
        return kept;
    }

    /** By body, received applications that are counted. */
    Map<String, Long> counted() throws SQLException {
        return numbers("SELECT organisation, sum(amount) FROM readable_cell WHERE measure = 'RECEIVED' GROUP BY 1");
    }

    /** By body and in one snapshot, those that are counted and those that are kept, together. */
    Map<String, Long> countedOrKept() throws SQLException {
        return numbers("SELECT organisation, sum(n) FROM ("
                + "SELECT organisation, amount AS n FROM readable_cell WHERE measure = 'RECEIVED'"
                + " UNION ALL SELECT organisation, 1 FROM unreadable_fact) one GROUP BY 1");
    }

    /** By body, what intake has recorded. */
    Map<String, Long> recorded() throws SQLException {
        try (Connection intake = connect("intake")) {
            return numbers(intake, "SELECT organisation, count(*) FROM disclosure_application GROUP BY 1");
        }
    }

    private Map<String, Long> numbers(String query) throws SQLException {
        try (Connection statistics = connect("statistics")) {
            execute(statistics, "SET search_path TO " + liveSchema(statistics) + ", public");
            return numbers(statistics, query);
        }
    }

    private static Map<String, Long> numbers(Connection connection, String query) throws SQLException {
        Map<String, Long> numbers = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                numbers.put(row.getString(1), row.getLong(2));
            }
        }
        return numbers;
    }

    /** The schema of the ledger that is live. */
    static String liveSchema(Connection statistics) throws SQLException {
        return single(statistics, "SELECT 'ledger_' || live_ledger FROM public.counting");
    }

    /** Process numbers of a service's connections that wait for a lock with a statement like this. */
    List<Integer> heldUp(String service, String query) throws SQLException {
        List<Integer> waiting = new ArrayList<>();
        try (Connection connection = connect(service);
                PreparedStatement read = connection.prepareStatement("SELECT pid" + HELD_UP)) {
            read.setString(1, "gongkai-" + service);
            read.setString(2, query);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    waiting.add(row.getInt(1));
                }
            }
        }
        return waiting;
    }

    /**
     * Takes every record out of the topic, as a shorter retention would: what Kafka holds stays spoilt for ever, and a
     * recount by a version that can't read it goes to the journal for what the topic lacks.
     */
    void emptyTopic() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.kafka()))) {
            List<TopicPartition> partitions =
                    admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC).partitions().stream()
                            .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                            .toList();
            Map<TopicPartition, RecordsToDelete> all = admin
                    .listOffsets(partitions.stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
            admin.deleteRecords(all).all().get();
        }
    }

    Connection connect(String service) throws SQLException {
        return DriverManager.getConnection(system.jdbcUrl(service));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String single(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Takes the lock of one row for the rest of the transaction. */
    static void lock(Connection connection, String row) throws SQLException {
        String locked = "WITH held AS (SELECT 1 FROM " + row + " FOR UPDATE) SELECT count(*) FROM held";
        assertEquals("1", single(connection, locked), row);
    }

    /** What became of a transaction. */
    static String outcome(Connection connection, String transaction) throws SQLException {
        return single(connection, "SELECT pg_xact_status('" + transaction + "'::xid8)");
    }

    /** Looks again and again, for a minute at most. */
    static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}
