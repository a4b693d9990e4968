package io.igregulator.webhooks.api.outbox;

import io.igregulator.webhooks.database.RequireWritable;
import io.igregulator.webhooks.outbox.OutboxWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The relay's own PostgreSQL session: it holds the advisory lock, listens for commits and moves the rows, so that with
 * the session all of it ends at once.
 */
final class RelayConnection implements AutoCloseable {
    /** Any number that nothing else in the database locks: "outbox" in ASCII. */
    static final long LOCK = 0x6f7574626f78L;

    private final Connection connection;
    private final JdbcClient jdbc;
    private boolean locked;

    /** Listens from the start: what commits from now on wakes {@link #awaitCommit}. */
    RelayConnection(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        jdbc.sql("LISTEN " + OutboxWriter.CHANNEL).update();
    }

    OutboxRows rows() {
        return new OutboxRows(jdbc);
    }

    /** Whether this session is the one that may publish; a held lock stays until the session ends. */
    boolean isLeader() {
        if (!locked) {
            locked = jdbc.sql("SELECT pg_try_advisory_lock(?)")
                    .param(LOCK)
                    .query(Boolean.class)
                    .single();
        }
        return locked;
    }

    /**
     * Returns when a writer notified, or at the latest after {@code timeout}. A session that heard nothing may be of a
     * primary that is one no longer: nothing is written there, so nothing but asking shows it.
     */
    void awaitCommit(Duration timeout) throws SQLException {
        PGNotification[] heard =
                connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(timeout.toMillis()));
        if (heard == null || heard.length == 0) {
            RequireWritable.of(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
