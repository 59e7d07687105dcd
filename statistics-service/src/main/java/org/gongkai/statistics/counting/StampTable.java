package org.gongkai.statistics.counting;

import com.carrotsearch.hppc.IntLongHashMap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A stamp of each body says whether what is counted of it is still what it was. A number of chance and no counter: where a
 * database was set back, a counter would come to the same number again with other counts.
 */
public final class StampTable {

    /** Of a body that was never stamped. */
    public static final long NONE = 0;

    private static final String PUT = """
            MERGE INTO stamp AS held USING (SELECT unnest(?::integer[]) AS organisation) AS body
            ON held.organisation = body.organisation
            WHEN MATCHED THEN UPDATE SET stamp = ?
            WHEN NOT MATCHED THEN INSERT (organisation, stamp) VALUES (body.organisation, ?)
            """;

    private static final String READ = "SELECT organisation, stamp FROM stamp WHERE organisation = ANY (?::integer[])";

    private StampTable() {}

    /**
     * Stamps every body whose cells or year marks the connection's transaction writes; it holds the locks of their lanes.
     *
     * @param marked numbers of the bodies of year marks
     */
    public static void put(Connection connection, KeyedDeltas deltas, int[] marked) throws SQLException {
        int[] bodies = IntStream.concat(deltas.organisations(), Arrays.stream(marked))
                .sorted()
                .distinct()
                .toArray();
        if (bodies.length == 0) {
            return;
        }
        long stamp = UUID.randomUUID().getLeastSignificantBits();
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setObject(1, bodies);
            put.setLong(2, stamp);
            put.setLong(3, stamp);
            put.executeUpdate();
        }
    }

    /** Stamps of bodies by their numbers, those that have one, in the connection's snapshot. */
    public static IntLongHashMap read(Connection connection, int[] bodies) throws SQLException {
        IntLongHashMap stamps = new IntLongHashMap(bodies.length);
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setObject(1, bodies);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    stamps.put(row.getInt(1), row.getLong(2));
                }
            }
        }
        return stamps;
    }
}
