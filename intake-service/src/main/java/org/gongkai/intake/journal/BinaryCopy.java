package org.gongkai.intake.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format, the quickest way of many rows into a table. Collected in memory and sent by {@link
 * #done}, so a mistake in a row is found before anything is sent.
 */
public final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH_INSTANT = Instant.parse("2000-01-01T00:00:00Z");
    private static final int ABSENT = -1;
    private static final int ARRAY_HEAD = 5 * Integer.BYTES;
    private static final int DATE_TYPE = 1082;
    private static final int PART = 64 * 1024;

    private final Connection connection;
    private final String copy;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(PART);
    private final DataOutputStream out = new DataOutputStream(bytes);

    /**
     * @param connection within its transaction
     * @param copy {@code COPY … FROM STDIN (FORMAT binary)}
     */
    public BinaryCopy(Connection connection, String copy) throws IOException {
        this.connection = connection;
        this.copy = copy;
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    /** Begins a row of so many columns. */
    public void row(int columns) throws IOException {
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

    public void instant(Instant value) throws IOException {
        if (given(value, Long.BYTES)) {
            out.writeLong(ChronoUnit.MICROS.between(EPOCH_INSTANT, value));
        }
    }

    private boolean given(Object value, int length) throws IOException {
        out.writeInt(value == null ? ABSENT : length);
        return value != null;
    }

    /** Sends them; answers how many rows. */
    public long done() throws SQLException, IOException {
        out.writeShort(ABSENT);
        CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        try {
            byte[] all = bytes.toByteArray();
            for (int from = 0; from < all.length; from += PART) {
                in.writeToCopy(all, from, Math.min(PART, all.length - from));
            }
            return in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    @Override
    public void close() {
        bytes.reset();
    }
}
