package io.igregulator.webhooks.api.outbox;

import io.igregulator.webhooks.database.DedicatedSessions;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens the relay's sessions: a pool would hand its LISTEN and its lock to strangers. */
final class RelayConnections {
    private final DedicatedSessions sessions;

    RelayConnections(DedicatedSessions sessions) {
        this.sessions = sessions;
    }

    RelayConnection open() throws SQLException {
        Connection connection = sessions.open("webhook-outbox-relay");
        try {
            return new RelayConnection(connection);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
