package org.gongkai.intake.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's binary COPY format, the quickest way of many rows into a table. */
public final class BinaryCopy {

    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] END = {(byte) 0xff, (byte) 0xff};

    private BinaryCopy() {}

    /**
     * Sends rows within the running transaction.
     *
     * @param copy {@code COPY … FROM STDIN (FORMAT binary)}
     * @param rows each as {@link Row} lays it out
     */
    public static void send(Connection connection, String copy, Collection<byte[]> rows) throws SQLException {
        int length = HEAD.length
                + END.length
                + rows.stream().mapToInt(row -> row.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        all.put(HEAD);
        rows.forEach(all::put);
        all.put(END);
        CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        try {
            in.writeToCopy(all.array(), 0, length);
            in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    /** One row, column by column; null is NULL. */
    public static final class Row {

        private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
        private static final Instant EPOCH_INSTANT = Instant.parse("2000-01-01T00:00:00Z");
        private static final int ABSENT = -1;
        private static final int ARRAY_HEAD = 5 * Integer.BYTES;
        private static final int DATE_TYPE = 1082;
        private static final int BYTEA_TYPE = 17;

        private static final int FIRST_LENGTH = 512;

        private ByteBuffer out = ByteBuffer.allocate(FIRST_LENGTH);

        /** Begins a row of so many columns. */
        public Row(int columns) {
            out.putShort((short) columns);
        }

        /** The row as it is sent. */
        public byte[] laid() {
            return Arrays.copyOf(out.array(), out.position());
        }

        private ByteBuffer room(int length) {
            if (out.remaining() < length) {
                int longer = Math.max(2 * out.capacity(), out.position() + length);
                out = ByteBuffer.allocate(longer).put(out.flip());
            }
            return out;
        }

        public void smallint(int value) {
            room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort((short) value);
        }

        public void integer(Integer value) {
            if (given(value, Integer.BYTES)) {
                out.putInt(value);
            }
        }

        public void bigint(long value) {
            room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
        }

        public void bool(Boolean value) {
            if (given(value, 1)) {
                out.put((byte) (value ? 1 : 0));
            }
        }

        public void uuid(UUID value) {
            if (given(value, 2 * Long.BYTES)) {
                out.putLong(value.getMostSignificantBits());
                out.putLong(value.getLeastSignificantBits());
            }
        }

        public void text(String value) {
            bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        }

        public void code(Enum<?> value) {
            text(value == null ? null : value.name());
        }

        public void bytes(byte[] value) {
            if (given(value, value == null ? 0 : value.length)) {
                out.put(value);
            }
        }

        public void day(LocalDate value) {
            if (given(value, Integer.BYTES)) {
                out.putInt((int) ChronoUnit.DAYS.between(EPOCH, value));
            }
        }

        /** An array of days; null where it is empty. */
        public void days(List<LocalDate> values) {
            if (given(values.isEmpty() ? null : values, ARRAY_HEAD + values.size() * 2 * Integer.BYTES)) {
                out.putInt(1);
                out.putInt(0);
                out.putInt(DATE_TYPE);
                out.putInt(values.size());
                out.putInt(1);
                for (LocalDate each : values) {
                    day(each);
                }
            }
        }

        /** An array of byte strings, of which each may be null; null for null. */
        public void byteArrays(byte[][] values) {
            int length = ARRAY_HEAD;
            boolean holes = false;
            for (byte[] each : values == null ? new byte[0][] : values) {
                length += Integer.BYTES + (each == null ? 0 : each.length);
                holes |= each == null;
            }
            if (given(values, length)) {
                out.putInt(1);
                out.putInt(holes ? 1 : 0);
                out.putInt(BYTEA_TYPE);
                out.putInt(values.length);
                out.putInt(1);
                for (byte[] each : values) {
                    bytes(each);
                }
            }
        }

        public void instant(Instant value) {
            if (given(value, Long.BYTES)) {
                out.putLong(ChronoUnit.MICROS.between(EPOCH_INSTANT, value));
            }
        }

        private boolean given(Object value, int length) {
            room(Integer.BYTES + length).putInt(value == null ? ABSENT : length);
            return value != null;
        }
    }
}
