package io.igregulator.webhooks.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while a pooled session can write. It takes the place of Spring Boot's, to which a read-only one is good enough. */
final class WritableHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DataSource source;

    WritableHealth(DataSource source) {
        this.source = source;
    }

    @Override
    public Health health() {
        try (Connection connection = source.getConnection()) {
            // A PostgreSQL that hangs keeps connections open and answers nothing.
            connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
            requireWritable(connection);
            return Health.up().build();
        } catch (SQLException e) {
            return Health.down(e).build();
        }
    }

    private void requireWritable(Connection connection) throws SQLException {
        try {
            RequireWritable.of(connection);
        } catch (SQLException e) {
            // PostgreSQL refused nothing yet, so the pool has not noticed.
            RenewPool.examine(source, e);
            throw e;
        }
    }
}
