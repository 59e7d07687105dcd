package org.gongkai.intake.otherrequest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.gongkai.intake.disclosureapplication.ApplicationView;

/** A row whose sealed values are told in clear or, without being opened, as masks. */
record SealedRow(ResultSet row, Opening opening) {

    /** How a sealed value is told; null for null. */
    interface Opening {
        String open(byte[] sealed, UUID record, String field);
    }

    /** For all but the body that holds the record. */
    static final Opening MASKED = (value, id, field) -> value == null ? null : ApplicationView.MASK;

    UUID id() throws SQLException {
        return row.getObject("id", UUID.class);
    }

    String text(String column) throws SQLException {
        return row.getString(column);
    }

    String opened(String column) throws SQLException {
        return opening.open(row.getBytes(column), id(), column);
    }

    LocalDate day(String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    OffsetDateTime instant(String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }

    long number(String column) throws SQLException {
        return row.getLong(column);
    }

    <E extends Enum<E>> E code(String column, Class<E> codes) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : Enum.valueOf(codes, code);
    }
}
