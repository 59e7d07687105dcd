package org.gongkai.intake.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;

/** Whether a failure will pass: the database is away, overloaded, or gave way to another transaction. */
public final class DatabaseAway {

    private DatabaseAway() {}

    /** Looks through all causes. */
    public static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                // connection exceptions, operator intervention, resources, deadlocks; pool exhausted has no state
                if (List.of("08", "57", "53", "40").contains(state.substring(0, 2))) {
                    return true;
                }
            }
            if (cause instanceof SQLException sql && sql.getSQLState() == null) {
                return true;
            }
        }
        return false;
    }
}
