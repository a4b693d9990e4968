package io.igregulator.webhooks.worker.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.embedded.Infrastructure;
import java.time.LocalDate;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The codes of statuses and types, in every kind of partition. */
class HistoryCodesIT {
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");

    private final HikariDataSource source = source();
    private final JdbcClient jdbc = JdbcClient.create(source);

    @AfterEach
    void close() {
        source.close();
    }

    @ParameterizedTest
    @CsvSource({"0,1", "5,1", "3,0", "3,13"})
    void noOtherCodeCanBeStoredWhicheverThePartition(int status, int type) {
        Flyway.configure().dataSource(source).load().migrate();
        createPartition(DAY);

        for (UUID id : new UUID[] {new UUID(0, 1), IdRange.of(DAY).lower()}) {
            insert(id, 3, 1);
            assertThatThrownBy(() -> insert(new UUID(id.getMostSignificantBits(), 7), status, type))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThat(count("delivery_default")).isEqualTo(1);
        assertThat(count("delivery_20261121")).isEqualTo(1);
    }

    @Test
    void theTypesOfNoticesCanBeStoredInPartitionsThatWereThereBeforeThem() {
        Flyway.configure().dataSource(source).target("10").load().migrate();
        createPartition(DAY);
        insert(IdRange.of(DAY).lower(), 3, 10);

        Flyway.configure().dataSource(source).load().migrate();

        for (UUID id : new UUID[] {new UUID(0, 1), IdRange.of(DAY).lower()}) {
            insert(new UUID(id.getMostSignificantBits(), 8), 3, 11);
            insert(new UUID(id.getMostSignificantBits(), 9), 3, 12);
        }
        createPartition(DAY.plusDays(1));
        insert(IdRange.of(DAY.plusDays(1)).lower(), 3, 12);
        assertThat(count("delivery_20261121")).isEqualTo(3);
        assertThat(count("delivery_20261122")).isEqualTo(1);
    }

    private void insert(UUID id, int status, int type) {
        jdbc.sql("""
                        INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count, created_at)
                        VALUES (?, ?, ?, ?, ?, 1, now())
                        """).params(id, id, id, type, status).update();
    }

    private void createPartition(LocalDate day) {
        new TransactionTemplate(new JdbcTransactionManager(source))
                .executeWithoutResult(status -> new CreatePartition(jdbc, 50_000).create(HistoryTable.DELIVERY, day));
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private static HikariDataSource source() {
        Infrastructure.Database database = Infrastructure.shared().freshDatabase();
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.user());
        source.setPassword(database.password());
        return source;
    }
}
