package org.gongkai.statistics.unreadable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.statistics.unreadable.UnreadableFact.Header;
import org.gongkai.statistics.unreadable.UnreadableFact.Number;
import org.gongkai.statistics.unreadable.UnreadableFact.Place;
import org.jspecify.annotations.Nullable;

/** Unreadable facts in the database. */
public final class UnreadableTable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Header>> HEADERS = new TypeReference<>() {};

    private static final String COLUMNS =
            "id, reason, lane, position, generation, type, organisation, concerns_tree, key,"
                    + " value, headers, topic, kafka_partition, kafka_offset, kafka_timestamp, stored_at";
    // The same foreign record may be delivered again; a numbered one can't, as its lane has moved past it.
    private static final String STORE = "INSERT INTO unreadable_fact (" + COLUMNS
            + ") VALUES (?,?,?,?,?,?,?,?,?,?,?::json,?,?,?,?,?)"
            + " ON CONFLICT (topic, kafka_partition, kafka_offset, kafka_timestamp) WHERE lane IS NULL DO NOTHING";

    private UnreadableTable() {}

    /**
     * Stores them in the connection's transaction.
     *
     * @return how many were not there yet
     */
    public static int store(Connection connection, List<UnreadableFact> facts) throws SQLException {
        if (facts.isEmpty()) {
            return 0;
        }
        int stored = 0;
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            for (UnreadableFact fact : facts) {
                Number number = fact.number();
                Place place = fact.place();
                store.setObject(1, fact.id());
                store.setString(2, fact.reason());
                store.setObject(3, number == null ? null : number.lane(), java.sql.Types.SMALLINT);
                store.setObject(4, number == null ? null : number.position(), java.sql.Types.BIGINT);
                store.setObject(5, number == null ? null : number.generation(), java.sql.Types.INTEGER);
                store.setString(6, fact.type());
                store.setString(7, fact.organisation());
                store.setBoolean(8, fact.concernsTree());
                store.setBytes(9, fact.key());
                store.setBytes(10, fact.value());
                store.setString(11, JSON.writeValueAsString(fact.headers()));
                store.setString(12, place == null ? null : place.topic());
                store.setObject(13, place == null ? null : place.partition(), java.sql.Types.INTEGER);
                store.setObject(14, place == null ? null : place.offset(), java.sql.Types.BIGINT);
                store.setObject(15, place == null ? null : place.timestamp(), java.sql.Types.BIGINT);
                store.setObject(16, fact.storedAt());
                stored += store.executeUpdate();
            }
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException("headers can always be written", cannotBe);
        }
        return stored;
    }

    /** Those after an id, oldest first by id (UUIDv7). */
    public static List<UnreadableFact> list(Connection connection, @Nullable UUID after, int limit)
            throws SQLException {
        try (PreparedStatement list = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM unreadable_fact WHERE ?::uuid IS NULL OR id > ? ORDER BY id LIMIT ?")) {
            list.setObject(1, after);
            list.setObject(2, after);
            list.setInt(3, limit);
            return read(list);
        }
    }

    /** Takes one for the rest of the transaction; empty where there is none (any more). */
    public static Optional<UnreadableFact> take(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement take =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM unreadable_fact WHERE id = ? FOR UPDATE")) {
            take.setObject(1, id);
            return read(take).stream().findFirst();
        }
    }

    /** Deletes one. */
    public static void delete(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM unreadable_fact WHERE id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        }
    }

    /** Notes why one still can't be read. */
    public static void setReason(Connection connection, UUID id, String reason) throws SQLException {
        try (PreparedStatement set =
                connection.prepareStatement("UPDATE unreadable_fact SET reason = ? WHERE id = ?")) {
            set.setString(1, reason);
            set.setObject(2, id);
            set.executeUpdate();
        }
    }

    /** How many there are. */
    public static long count(Connection connection) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("SELECT count(*) FROM unreadable_fact");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How many wait, counted up to a limit. */
    public static long count(Connection connection, int limit) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(
                "SELECT count(*) FROM (SELECT 1 FROM unreadable_fact LIMIT ?) AS waiting")) {
            count.setInt(1, limit);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<UnreadableFact> read(PreparedStatement statement) throws SQLException {
        List<UnreadableFact> facts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Integer lane = row.getObject("lane", Integer.class);
                String topic = row.getString("topic");
                facts.add(new UnreadableFact(
                        row.getObject("id", UUID.class),
                        row.getString("reason"),
                        lane == null ? null : new Number(row.getInt("generation"), lane, row.getLong("position")),
                        row.getString("type"),
                        row.getString("organisation"),
                        row.getBoolean("concerns_tree"),
                        row.getBytes("key"),
                        row.getBytes("value"),
                        JSON.readValue(row.getString("headers"), HEADERS),
                        topic == null
                                ? null
                                : new Place(
                                        topic,
                                        row.getInt("kafka_partition"),
                                        row.getLong("kafka_offset"),
                                        row.getLong("kafka_timestamp")),
                        row.getObject("stored_at", OffsetDateTime.class)));
            }
        } catch (JsonProcessingException cannotBe) {
            throw new IllegalStateException("headers were written by this class", cannotBe);
        }
        return facts;
    }
}
