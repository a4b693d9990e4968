package io.igregulator.webhooks.api.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Opens unpooled sessions for the relay: a pool would hand its LISTEN and its lock to strangers. */
final class RelayConnections {
    private static final String CONNECT_TIMEOUT_SECONDS = "5";
    // A silently lost peer must not hold the relay for ever; the server has freed the lock long before.
    private static final String SOCKET_TIMEOUT_SECONDS = "30";

    private final String jdbcUrl;
    private final Properties properties = new Properties();

    RelayConnections(String jdbcUrl, @Nullable String user, @Nullable String password) {
        this.jdbcUrl = jdbcUrl;
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "webhook-outbox-relay");
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        properties.setProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
    }

    RelayConnection open() throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl, properties);
        try {
            return new RelayConnection(connection);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
