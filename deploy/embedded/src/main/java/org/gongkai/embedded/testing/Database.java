package org.gongkai.embedded.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A fresh database for a test.
 *
 * @param jdbcUrl address without user and password
 * @param user its owner
 * @param password the owner's password
 */
public record Database(String jdbcUrl, String user, String password) {

    /** A connection of its own, beside those of the application under test. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }
}
