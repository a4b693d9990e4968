package io.igregulator.webhooks.embedded;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a failover to another primary looks like to clients, played by one PostgreSQL: its sessions become read-only and stay
 * connected, as those of a demoted primary do; later new ones can write, and only those.
 */
public final class Failover {
    private final PostgresServer server;

    public Failover(PostgresServer server) {
        this.server = server;
    }

    /** No session can write, whether it is open or comes now. */
    public void demote() {
        execute("ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()");
    }

    /** Sessions that are opened from now on can write: they lead to the new primary. */
    public void promote() {
        execute("ALTER ROLE ALL SET default_transaction_read_only = off");
    }

    /** All sessions can write again. */
    public void end() {
        execute(
                "ALTER SYSTEM RESET default_transaction_read_only",
                "ALTER ROLE ALL RESET default_transaction_read_only",
                "SELECT pg_reload_conf()");
    }

    private void execute(String... statements) {
        try (Connection connection = server.connect(PostgresServer.USER);
                var statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = off");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not play a failover.", e);
        }
    }
}
