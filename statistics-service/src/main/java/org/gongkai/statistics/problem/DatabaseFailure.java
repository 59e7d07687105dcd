package org.gongkai.statistics.problem;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a database that does not answer from a statement that is wrong. */
final class DatabaseFailure {

    private DatabaseFailure() {}

    /** Whether the cause is a database that is away, not a bug of ours: classes 22, 23 and 42 of SQLSTATE are bugs. */
    static boolean isOutage(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null || !(state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
            }
        }
        return false;
    }
}
