package io.igregulator.webhooks.worker.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.Roles;
import io.igregulator.webhooks.figures.AttemptClass;
import io.igregulator.webhooks.figures.AttemptCounts;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.SqlTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What batches of outcomes have left is moved to rows by part and minute, each count once. */
class FoldBatchesIT {
    private static final Instant MINUTE = Instant.parse("2026-11-21T12:00:00Z");

    private final HikariDataSource source = new HikariDataSource();
    // The role that a worker has; the rest here is a test's, which may do all.
    private final HikariDataSource worker = new HikariDataSource();
    private final JdbcClient jdbc;
    private final FoldBatches fold;
    private final EndpointId one = new EndpointId(new UUID(1, 0x10));
    private final EndpointId neighbour = new EndpointId(new UUID(2, 0x10));
    private final EndpointId elsewhere = new EndpointId(new UUID(3, 0xFF));

    FoldBatchesIT() {
        Infrastructure.Database database = Infrastructure.shared().freshDatabase();
        connect(source, database);
        connect(worker, database.as(Roles.WORKER));
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        fold = new FoldBatches(JdbcClient.create(worker), new JdbcTransactionManager(worker));
    }

    private static void connect(HikariDataSource pool, Infrastructure.Database database) {
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
    }

    @AfterEach
    void close() {
        worker.close();
        source.close();
    }

    @Test
    void theCountsOfAllBatchesAddUpPerPartAndMinute() {
        for (int i = 0; i < 3; i++) {
            batch(MINUTE, one, neighbour, elsewhere);
        }
        batch(MINUTE.plusSeconds(60), one);

        assertThat(fold.step()).isFalse();

        assertThat(count("figures_batch")).isZero();
        assertThat(count("figures_minute WHERE part = 16 AND minute = '2026-11-21T12:00:00Z'"))
                .isEqualTo(1);
        assertThat(count("figures_minute")).isEqualTo(3);
        assertThat(sum(one, MINUTE)).isEqualTo(3);
        assertThat(sum(neighbour, MINUTE)).isEqualTo(3);
        assertThat(sum(elsewhere, MINUTE)).isEqualTo(3);
        assertThat(sum(one, MINUTE.plusSeconds(60))).isEqualTo(1);
    }

    @Test
    void whatComesLaterForTheSameMinuteIsAddedToIt() {
        batch(MINUTE, one);
        fold.step();
        batch(MINUTE, one);

        fold.step();
        fold.step();

        assertThat(sum(one, MINUTE)).isEqualTo(2);
    }

    @Test
    void aStepSaysWhetherThereIsMore() {
        for (int i = 0; i < 251; i++) {
            batch(MINUTE, one);
        }

        assertThat(fold.step()).isTrue();
        assertThat(count("figures_batch")).isEqualTo(1);
        assertThat(fold.step()).isFalse();

        assertThat(sum(one, MINUTE)).isEqualTo(251);
    }

    @Test
    void whatAnotherWorkerHasTakenIsLeftToIt() throws SQLException {
        batch(MINUTE, one);
        try (Connection other = source.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("DELETE FROM figures_batch");
            batch(MINUTE, neighbour);

            fold.step();

            assertThat(sum(neighbour, MINUTE)).isEqualTo(1);
            assertThat(sum(one, MINUTE)).isZero();
            other.rollback();
        }

        fold.step();

        assertThat(sum(one, MINUTE)).isEqualTo(1);
    }

    private void batch(Instant minute, EndpointId... endpoints) {
        AttemptCounts counts = new AttemptCounts();
        for (EndpointId endpoint : endpoints) {
            counts.add(endpoint, AttemptClass.answered(true, 20));
        }
        jdbc.sql("INSERT INTO figures_batch (minute, counts) VALUES (?, ?)")
                .params(SqlTime.of(minute), counts.stored())
                .update();
    }

    private int sum(EndpointId endpoint, Instant minute) {
        int[] sum = {0};
        jdbc.sql("""
                        SELECT substring(counts FROM position(:id IN counts)) FROM figures_minute
                        WHERE part = :part AND minute = :minute AND position(:id IN counts) > 0
                        """)
                .param("id", AttemptCounts.bytes(endpoint))
                .param("part", AttemptCounts.part(endpoint))
                .param("minute", SqlTime.of(minute))
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(stored -> AttemptCounts.read(endpoint, stored, (attempts, count) -> sum[0] += count));
        return sum[0];
    }

    private long count(String fromAndWhere) {
        return jdbc.sql("SELECT count(*) FROM " + fromAndWhere)
                .query(Long.class)
                .single();
    }
}
