package io.igregulator.webhooks.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailoverIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void sessionsOfTheOldPrimaryTakeNoWritesAndThoseOfTheNewOneDo() throws SQLException {
        try (PostgresServer postgres = PostgresServer.start(PostgresServer.Options.temporary());
                Connection old = postgres.connect("postgres")) {
            Failover failover = new Failover(postgres);
            write(old);

            failover.demote();
            await().atMost(PATIENCE).untilAsserted(() -> assertReadOnly(old));
            try (Connection during = postgres.connect("postgres")) {
                assertReadOnly(during);
            }

            failover.promote();
            try (Connection fresh = postgres.connect("postgres")) {
                write(fresh);
                assertReadOnly(old);
            }

            failover.end();
            await().atMost(PATIENCE).untilAsserted(() -> write(old));
            try (Connection after = postgres.connect("postgres")) {
                write(after);
            }
        }
    }

    private static void write(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE written ()");
            statement.execute("DROP TABLE written");
        }
    }

    private static void assertReadOnly(Connection connection) {
        assertThatThrownBy(() -> write(connection))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("25006"));
    }
}
