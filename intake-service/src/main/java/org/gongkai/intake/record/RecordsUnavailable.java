package org.gongkai.intake.record;

import java.sql.SQLException;

/** The database did not answer. */
public final class RecordsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RecordsUnavailable(SQLException cause) {
        super(cause);
    }
}
