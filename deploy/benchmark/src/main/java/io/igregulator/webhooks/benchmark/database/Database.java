package io.igregulator.webhooks.benchmark.database;

import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.stack.CommandFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The run's own way into PostgreSQL, on a new connection each time. */
public final class Database {
    private final String url;

    public Database(String url) {
        this.url = url;
    }

    /** Something done on one connection in one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> T transaction(Work<T> work) {
        try (Connection connection = DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.PASSWORD)) {
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new CommandFailure("PostgreSQL refuses: " + e.getMessage(), e);
        }
    }

    <T> T row(String sql, RowReader<T> reader) {
        return transaction(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return reader.read(rows);
            }
        });
    }

    /** Statements that must not run inside a transaction, such as {@code VACUUM}. */
    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new CommandFailure("PostgreSQL refuses: " + e.getMessage(), e);
        }
    }
}
