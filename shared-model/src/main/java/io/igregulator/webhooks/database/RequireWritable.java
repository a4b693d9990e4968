package io.igregulator.webhooks.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Asks a session that nothing is written through for a while whether it still could: a demoted primary stays connected. */
public final class RequireWritable {
    private static final String QUERY =
            "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean";

    private RequireWritable() {}

    /** Fails as a write would. */
    public static void of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            rows.next();
            if (rows.getBoolean(1)) {
                throw new SQLException("the session is read-only", RenewPool.READ_ONLY);
            }
        }
    }
}
