package io.igregulator.webhooks.embedded;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** Creates databases. */
final class Databases {

    private static final String DUPLICATE_DATABASE = "42P04";

    private Databases() {}

    static String randomName() {
        return "test_" + UUID.randomUUID().toString().replace('-', '_');
    }

    static void createIfMissing(String adminUrl, String user, String password, String name) {
        try (var connection = DriverManager.getConnection(adminUrl, user, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw new IllegalStateException("Database " + name + " could not be created.", e);
            }
        }
    }
}
