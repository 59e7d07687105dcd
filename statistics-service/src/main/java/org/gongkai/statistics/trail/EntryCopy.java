package org.gongkai.statistics.trail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Entries in PostgreSQL's binary COPY format, the quickest way of many rows into a table; in the order of their keys, so that
 * neighbours of the index are written together.
 */
final class EntryCopy {

    private static final String COPY =
            "COPY entry (key, position, amount, day, lane, ordinal, fact_type, record, number)"
                    + " FROM STDIN (FORMAT binary)";
    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short COLUMNS = 9;
    private static final short END = -1;
    private static final int ABSENT = -1;
    private static final int UUID_BYTES = 16;
    private static final int CHUNK = 1 << 16;
    /** Columns and lengths of a row, without its number. */
    private static final int ROW = 2 + COLUMNS * 4 + 3 * 8 + 4 + 3 * 2 + UUID_BYTES;

    private static final long EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();

    private EntryCopy() {}

    /** Appends entries in the connection's transaction. */
    static void append(Connection connection, Traces traces, TraceTable.Numbers numbers) throws SQLException {
        Keyed[] rows = traces.entries().stream()
                .map(entry -> new Keyed(numbers.key(entry.key()), entry))
                .toArray(Keyed[]::new);
        Arrays.sort(rows, Comparator.comparingLong(Keyed::key));
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).put(HEAD);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            for (Keyed row : rows) {
                byte[] number = row.entry().number() == null
                        ? null
                        : row.entry().number().getBytes(StandardCharsets.UTF_8);
                if (buffer.remaining() < ROW + (number == null ? 0 : number.length)) {
                    send(copy, buffer);
                }
                put(buffer, row, numbers, number);
            }
            if (buffer.remaining() < Short.BYTES) {
                send(copy, buffer);
            }
            buffer.putShort(END);
            send(copy, buffer);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void put(ByteBuffer buffer, Keyed row, TraceTable.Numbers numbers, byte @Nullable [] number) {
        Traces.Entry entry = row.entry();
        buffer.putShort(COLUMNS);
        buffer.putInt(Long.BYTES).putLong(row.key());
        buffer.putInt(Long.BYTES).putLong(entry.position());
        buffer.putInt(Long.BYTES).putLong(entry.amount());
        buffer.putInt(Integer.BYTES).putInt((int) (entry.day().toEpochDay() - EPOCH));
        buffer.putInt(Short.BYTES).putShort((short) entry.lane());
        buffer.putInt(Short.BYTES).putShort((short) entry.ordinal());
        buffer.putInt(Short.BYTES).putShort((short) numbers.type(entry.type()));
        buffer.putInt(UUID_BYTES)
                .putLong(entry.record().getMostSignificantBits())
                .putLong(entry.record().getLeastSignificantBits());
        if (number == null) {
            buffer.putInt(ABSENT);
        } else {
            buffer.putInt(number.length).put(number);
        }
    }

    private static void send(CopyIn copy, ByteBuffer buffer) throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** An entry with its key of the database's numbers. */
    private record Keyed(long key, Traces.Entry entry) {}
}
