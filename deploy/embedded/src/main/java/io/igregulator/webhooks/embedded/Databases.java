package io.igregulator.webhooks.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;

/** Creates databases, and the roles that own and use them. */
final class Databases {

    private static final String DUPLICATE_DATABASE = "42P04";

    /** Any number that nothing else locks: roles belong to the whole cluster. */
    private static final long ROLES_LOCK = 0x726f6c6573L;

    private Databases() {}

    static String randomName() {
        return "test_" + UUID.randomUUID().toString().replace('-', '_');
    }

    static void createIfMissing(String adminUrl, String user, String password, String name) {
        try (var connection = DriverManager.getConnection(adminUrl, user, password);
                var statement = connection.createStatement()) {
            createRolesIfMissing(connection, statement);
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true) + " OWNER " + Roles.OWNER);
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw new IllegalStateException("Database " + name + " could not be created.", e);
            }
        }
    }

    /** By the script that operators run, and with the one password of these servers. */
    private static void createRolesIfMissing(Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        statement.execute("SELECT pg_advisory_xact_lock(" + ROLES_LOCK + ")");
        boolean missing;
        try (var rows = statement.executeQuery(
                "SELECT NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + Roles.OWNER + "')")) {
            rows.next();
            missing = rows.getBoolean(1);
        }
        if (missing) {
            statement.execute(script());
            for (String role : Roles.ALL) {
                statement.execute("ALTER ROLE " + role + " PASSWORD '" + PostgresServer.PASSWORD + "'");
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static String script() {
        try (InputStream script = Databases.class.getResourceAsStream("/deploy/postgres/roles.sql")) {
            return new String(
                    Objects.requireNonNull(script, "roles.sql is part of the build")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
