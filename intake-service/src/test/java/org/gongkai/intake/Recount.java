package org.gongkai.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What the tables say, asked in SQL and not of the code under test. */
public final class Recount {

    private Recount() {}

    /** The first value of the first row, as text. */
    public static String text(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Likewise a number. */
    public static int number(DataSource database, String query) throws SQLException {
        return Integer.parseInt(text(database, query));
    }
}
