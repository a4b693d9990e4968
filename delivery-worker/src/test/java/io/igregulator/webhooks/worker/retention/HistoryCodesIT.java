package io.igregulator.webhooks.worker.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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

/** History written before statuses and types became codes, in every kind of partition. */
class HistoryCodesIT {
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");

    private final HikariDataSource source = source();
    private final JdbcClient jdbc = JdbcClient.create(source);

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void everyRowKeepsItsStatusAndType() {
        migrate("13");
        createPartitionAsOfThen(DAY);
        UUID endpoint = endpoint();
        for (DeliveryStatus status : DeliveryStatus.values()) {
            for (EventType type : EventType.values()) {
                deliver(
                        new UUID(IdRange.of(DAY).lower().getMostSignificantBits(), id(status, type)),
                        endpoint,
                        status,
                        type);
                deliver(new UUID(0, id(status, type)), endpoint, status, type);
            }
        }
        assertThat(count("every_attempt")).isEqualTo(20);

        migrate("latest");

        for (DeliveryStatus status : DeliveryStatus.values()) {
            for (EventType type : EventType.values()) {
                assertThat(count("delivery WHERE status = %d AND event_type = %d AND id::text LIKE '%%-%012x'"
                                .formatted(status.code(), type.code(), id(status, type))))
                        .isEqualTo(2);
            }
        }
        assertThat(count("delivery_20261121")).isEqualTo(40);
        assertThat(count("delivery_default")).isEqualTo(40);
        assertThat(count("waiting_delivery w JOIN delivery d ON d.id = w.delivery_id AND d.event_type = w.event_type"))
                .isEqualTo(80);
        assertThat(count("every_attempt")).isEqualTo(20);
        assertThat(count("pg_indexes WHERE tablename = 'delivery_20261121'")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "5,1", "3,0", "3,11"})
    void noOtherCodeCanBeStoredWhicheverThePartition(int status, int type) {
        migrate("13");
        createPartitionAsOfThen(DAY);
        migrate("latest");
        createPartition(DAY.plusDays(1));

        for (UUID id : new UUID[] {
            new UUID(0, 1), IdRange.of(DAY).lower(), IdRange.of(DAY.plusDays(1)).lower()
        }) {
            insert(id, 3, 1);
            assertThatThrownBy(() -> insert(new UUID(id.getMostSignificantBits(), 7), status, type))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThat(count("delivery_20261121")).isEqualTo(1);
        assertThat(count("delivery_20261122")).isEqualTo(1);
    }

    private void insert(UUID id, int status, int type) {
        jdbc.sql("""
                        INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count, created_at)
                        VALUES (?, ?, ?, ?, ?, 1, now())
                        """).params(id, id, id, type, status).update();
    }

    private void deliver(UUID id, UUID endpoint, DeliveryStatus status, EventType type) {
        jdbc.sql("""
                        INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count, latency_ms,
                            created_at, completed_at)
                        VALUES (?, ?, ?, ?, ?, 1, 5, now(), now())
                        """)
                .params(id, endpoint, id, type.wireName(), status.wireName())
                .update();
        jdbc.sql("INSERT INTO waiting_delivery VALUES (?, ?, ?, ?, 1, now(), now())")
                .params(id, endpoint, id, type.wireName())
                .update();
    }

    private UUID endpoint() {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO account (id, name, plan) VALUES (?, 'test', 'pro')")
                .param(id)
                .update();
        jdbc.sql("INSERT INTO endpoint (id, account_id, url, events) VALUES (?, ?, 'https://example.org', '{x}')")
                .params(id, id)
                .update();
        return id;
    }

    /** The function that makes them now came with a later migration. */
    private void createPartitionAsOfThen(LocalDate day) {
        IdRange range = IdRange.of(day);
        String name = "delivery_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        jdbc.sql("CREATE TABLE %s (LIKE delivery INCLUDING ALL)".formatted(name))
                .update();
        jdbc.sql("ALTER TABLE delivery ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')"
                        .formatted(name, range.lower(), range.upper()))
                .update();
    }

    private void createPartition(LocalDate day) {
        new TransactionTemplate(new JdbcTransactionManager(source))
                .executeWithoutResult(status -> new CreatePartition(jdbc, 50_000).create(HistoryTable.DELIVERY, day));
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(source).target(target).load().migrate();
    }

    private long count(String fromAndWhere) {
        return jdbc.sql("SELECT count(*) FROM " + fromAndWhere)
                .query(Long.class)
                .single();
    }

    private static long id(DeliveryStatus status, EventType type) {
        return status.code() * 100L + type.code();
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
