package io.igregulator.webhooks.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one place that opens sessions outside the pool, for those that hold a lock, listen, or migrate. Whatever the pool's
 * sessions are opened with holds for these: address, credentials, and each driver property, TLS included.
 */
public final class DedicatedSessions {
    private static final String SOCKET_TIMEOUT = "socketTimeout";

    /** The kernel of a host that is gone says nothing: PostgreSQL has to ask before it frees what the session locked. */
    private static final String NOTICE_LOST_HOSTS = """
            SELECT set_config('tcp_keepalives_idle', '2', false),
                set_config('tcp_keepalives_interval', '1', false),
                set_config('tcp_keepalives_count', '3', false)
            """;

    private final HikariDataSource pool;

    public DedicatedSessions(DataSource source) {
        try {
            this.pool = source.unwrap(HikariDataSource.class);
        } catch (SQLException e) {
            throw new IllegalArgumentException("the services need HikariCP, not " + source.getClass(), e);
        }
    }

    /** @param name what {@code pg_stat_activity} shows */
    public Connection open(String name) throws SQLException {
        Properties properties = properties();
        properties.setProperty("ApplicationName", name);
        Connection connection = source(properties, null, null, null).getConnection();
        try {
            initialise(connection);
            execute(connection, NOTICE_LOST_HOSTS);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Of another role, where one is given. A migration may take long, so that its answers are awaited without end. */
    DataSource forMigrations(@Nullable String url, @Nullable String user, @Nullable String password) {
        Properties properties = properties();
        properties.setProperty(SOCKET_TIMEOUT, "0");
        properties.setProperty("ApplicationName", "webhook-migrations");
        return source(properties, url, user, password);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        return properties;
    }

    private DataSource source(
            Properties properties, @Nullable String url, @Nullable String user, @Nullable String password) {
        var credentials = pool.getCredentials();
        return new DriverDataSource(
                url == null ? pool.getJdbcUrl() : url,
                pool.getDriverClassName(),
                properties,
                user == null ? credentials.getUsername() : user,
                user == null ? credentials.getPassword() : password);
    }

    /** What the pool does to each of its sessions before it gives it out. */
    private void initialise(Connection connection) throws SQLException {
        if (pool.getSchema() != null) {
            connection.setSchema(pool.getSchema());
        }
        if (pool.getConnectionInitSql() != null) {
            execute(connection, pool.getConnectionInitSql());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
