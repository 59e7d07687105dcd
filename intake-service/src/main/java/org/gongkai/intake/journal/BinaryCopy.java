package org.gongkai.intake.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

        private final DataOutputStream out;

        /** Begins a row of so many columns. */
        public Row(ByteArrayOutputStream bytes, int columns) throws IOException {
            out = new DataOutputStream(bytes);
            out.writeShort(columns);
        }

        public void smallint(int value) throws IOException {
            out.writeInt(Short.BYTES);
            out.writeShort(value);
        }

        public void integer(Integer value) throws IOException {
            if (given(value, Integer.BYTES)) {
                out.writeInt(value);
            }
        }

        public void bigint(long value) throws IOException {
            out.writeInt(Long.BYTES);
            out.writeLong(value);
        }

        public void bool(Boolean value) throws IOException {
            if (given(value, 1)) {
                out.writeByte(value ? 1 : 0);
            }
        }

        public void uuid(UUID value) throws IOException {
            if (given(value, 2 * Long.BYTES)) {
                out.writeLong(value.getMostSignificantBits());
                out.writeLong(value.getLeastSignificantBits());
            }
        }

        public void text(String value) throws IOException {
            bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        }

        public void code(Enum<?> value) throws IOException {
            text(value == null ? null : value.name());
        }

        public void bytes(byte[] value) throws IOException {
            if (given(value, value == null ? 0 : value.length)) {
                out.write(value);
            }
        }

        public void day(LocalDate value) throws IOException {
            if (given(value, Integer.BYTES)) {
                out.writeInt((int) ChronoUnit.DAYS.between(EPOCH, value));
            }
        }

        /** An array of days; null where it is empty. */
        public void days(List<LocalDate> values) throws IOException {
            if (given(values.isEmpty() ? null : values, ARRAY_HEAD + values.size() * 2 * Integer.BYTES)) {
                out.writeInt(1);
                out.writeInt(0);
                out.writeInt(DATE_TYPE);
                out.writeInt(values.size());
                out.writeInt(1);
                for (LocalDate each : values) {
                    day(each);
                }
            }
        }

        /** An array of byte strings, of which each may be null; null for null. */
        public void byteArrays(byte[][] values) throws IOException {
            int length = ARRAY_HEAD;
            boolean holes = false;
            for (byte[] each : values == null ? new byte[0][] : values) {
                length += Integer.BYTES + (each == null ? 0 : each.length);
                holes |= each == null;
            }
            if (given(values, length)) {
                out.writeInt(1);
                out.writeInt(holes ? 1 : 0);
                out.writeInt(BYTEA_TYPE);
                out.writeInt(values.length);
                out.writeInt(1);
                for (byte[] each : values) {
                    bytes(each);
                }
            }
        }

        public void instant(Instant value) throws IOException {
            if (given(value, Long.BYTES)) {
                out.writeLong(ChronoUnit.MICROS.between(EPOCH_INSTANT, value));
            }
        }

        private boolean given(Object value, int length) throws IOException {
            out.writeInt(value == null ? ABSENT : length);
            return value != null;
        }
    }
}
