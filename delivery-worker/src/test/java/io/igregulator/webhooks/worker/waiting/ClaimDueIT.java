package io.igregulator.webhooks.worker.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ClaimDueIT {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final int SHARDS = 8;
    private static final WaitingProperties PROPERTIES =
            new WaitingProperties(Duration.ofMillis(200), Duration.ofSeconds(60), 50, 10, Duration.ofSeconds(10));
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private HikariDataSource source;
    private JdbcClient jdbc;
    private JdbcTransactionManager transactions;
    private ClaimDue claims;

    @BeforeEach
    void connect() {
        Infrastructure.Database database = Infrastructure.shared().freshDatabase();
        source = new HikariDataSource();
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.user());
        source.setPassword(database.password());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        transactions = new JdbcTransactionManager(source);
        claims =
                new ClaimDue(jdbc, transactions, new PlaceQueues(jdbc, () -> SHARDS), book(jdbc), PROPERTIES, now::get);
    }

    @AfterEach
    void disconnect() {
        source.close();
    }

    @Test
    void takesAFewOfEachEndpointHoweverLongTheBacklogOfOneIs() {
        EndpointId dead = endpoint(3);
        EndpointId live = endpoint(3);
        wait(dead, 200, START.minusSeconds(600));
        wait(live, 2, START.minusSeconds(1));
        List<ClaimedDelivery> claimed = claim();
        assertThat(claimed).filteredOn(row -> row.endpoint().equals(dead)).hasSize(10);
        assertThat(claimed).filteredOn(row -> row.endpoint().equals(live)).hasSize(2);
    }

    @Test
    void aClaimReadsWhatItTakesHoweverMuchOthersHaveWaiting() {
        for (int i = 0; i < 5; i++) {
            wait(endpoint(3), 20_000, START.minusSeconds(600 + i));
        }
        EndpointId live = endpoint(3);
        wait(live, 5, START.minusSeconds(1));
        jdbc.sql("ANALYZE waiting_delivery").update();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(claim()).hasSize(55);
            assertThat(rowsRead()).isLessThan(500);
        });
    }

    @Test
    void leavesWhatIsNotDueAndComesBackForItInTime() {
        EndpointId endpoint = endpoint(3);
        wait(endpoint, 1, START.plusSeconds(30));
        assertThat(claim()).isEmpty();
        now.set(START.plusSeconds(30));
        assertThat(claim()).hasSize(1);
    }

    @Test
    void aClaimIsALeaseThatRunsOut() {
        EndpointId endpoint = endpoint(3);
        wait(endpoint, 1, START);
        assertThat(claim()).hasSize(1);
        now.set(START.plusSeconds(59));
        assertThat(claim()).isEmpty();
        now.set(START.plusSeconds(60));
        assertThat(claim()).hasSize(1);
    }

    @Test
    void takesOnlyItsOwnShardsAndNoEndpointThatIsBusy() {
        EndpointId mine = endpoint(3);
        EndpointId others = endpoint(4);
        wait(mine, 1, START);
        wait(others, 1, START);
        assertThat(claims.claim(Set.of(3), endpoint -> new Turn.Hold(START.plusSeconds(5)))
                        .deliveries())
                .isEmpty();
        assertThat(claim()).as("held until then").isEmpty();
        now.set(START.plusSeconds(5));
        assertThat(claim()).extracting(ClaimedDelivery::endpoint).containsExactly(mine);
    }

    @Test
    void anInactiveEndpointIsPutAsideUntilItIsWokenUp() {
        EndpointId endpoint = endpoint(3);
        wait(endpoint, 1, START);
        setActive(endpoint, false);
        assertThat(claim()).isEmpty();
        assertThat(nextDue(endpoint)).isEqualTo("infinity");
        setActive(endpoint, true);
        jdbc.sql("UPDATE endpoint_queue SET next_due_at = ? WHERE endpoint_id = ?")
                .param(START.atOffset(ZoneOffset.UTC))
                .param(endpoint.value())
                .update();
        assertThat(claim()).hasSize(1);
    }

    @Test
    void twoWorkersNeverClaimTheSameRow() {
        EndpointId endpoint = endpoint(3);
        wait(endpoint, 5, START);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(claim()).hasSize(5);
            // The first worker's transaction is still open: its queue row is locked, so a second one skips it.
            try (HikariDataSource second = new HikariDataSource(source)) {
                JdbcClient other = JdbcClient.create(second);
                ClaimDue rival = new ClaimDue(
                        other,
                        new JdbcTransactionManager(second),
                        new PlaceQueues(other, () -> SHARDS),
                        book(other),
                        PROPERTIES,
                        now::get);
                assertThat(rival.claim(Set.of(3), ClaimDueIT::ten).deliveries()).isEmpty();
            }
        });
    }

    @Test
    void tellsWhichEndpointsHaveNothingMoreDue() {
        EndpointId more = endpoint(3);
        EndpointId done = endpoint(3);
        wait(more, 11, START);
        wait(done, 3, START);
        assertThat(claims.claim(Set.of(3), ClaimDueIT::ten).drained()).containsExactly(done);
    }

    @Test
    void whatWaitedPastItsAgeFailsWithoutATurn() {
        EndpointId dead = endpoint(3);
        wait(dead, 1500, START);
        ExpireWaiting expiry = new ExpireWaiting(jdbc, Duration.ofHours(50), Duration.ofSeconds(10), now::get);
        jdbc.sql("UPDATE waiting_delivery SET created_at = ?")
                .param(START.minus(Duration.ofHours(50)).atOffset(ZoneOffset.UTC))
                .update();
        assertThat(expiry.tick()).as("not yet").isFalse();
        assertThat(count("waiting_delivery")).isEqualTo(1500);
        now.set(START.plusSeconds(1));
        assertThat(expiry.tick()).as("more than one batch").isTrue();
        assertThat(expiry.tick()).isFalse();
        assertThat(count("waiting_delivery")).isZero();
        assertThat(count("delivery WHERE last_error = 'expired' AND status = " + DeliveryStatus.FAILED.code()))
                .isEqualTo(1500);
        assertThat(count("endpoint_activity WHERE failure_count = 1500")).isEqualTo(1);
    }

    @Test
    void aQueueWithNothingLeftGoes() {
        EndpointId endpoint = endpoint(3);
        wait(endpoint, 1, START);
        jdbc.sql("DELETE FROM waiting_delivery").update();
        assertThat(claim()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM endpoint_queue")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aDeliveryWhoseEventIsGoneIsClaimedAsExpired() {
        EndpointId endpoint = endpoint(3);
        wait(endpoint, 1, START);
        assertThat(claim()).allMatch(ClaimedDelivery::expired);
    }

    @Test
    void aRowThatOutlivedItsDeliveryGoesInsteadOfBeingSentAgain() {
        EndpointId endpoint = endpoint(3);
        wait(endpoint, 2, START);
        jdbc.sql("""
                        INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count, created_at,
                            completed_at)
                        SELECT delivery_id, endpoint_id, event_id, event_type, ?, 1, created_at, created_at
                        FROM waiting_delivery LIMIT 1
                        """).param(DeliveryStatus.SUCCESS.code()).update();
        assertThat(claim()).hasSize(1).noneMatch(ClaimedDelivery::completed);
        assertThat(count("waiting_delivery w JOIN delivery d ON d.id = w.delivery_id"))
                .isZero();
        assertThat(count("waiting_delivery")).isEqualTo(1);
    }

    private static ClaimBook book(JdbcClient jdbc) {
        return new ClaimBook(jdbc, () -> OptionalInt.of(1));
    }

    private static Turn ten(EndpointId endpoint) {
        return new Turn.Take(10);
    }

    private List<ClaimedDelivery> claim() {
        return claims.claim(Set.of(3), ClaimDueIT::ten).deliveries();
    }

    private EndpointId endpoint(int shard) {
        UUID account = UUID.randomUUID();
        EndpointId endpoint = new EndpointId(UUID.randomUUID());
        jdbc.sql("INSERT INTO account (id, name, plan) VALUES (?, 'test', 'pro')")
                .param(account)
                .update();
        jdbc.sql("INSERT INTO endpoint (id, account_id, url, events) VALUES (?, ?, 'https://example.org', '{x}')")
                .param(endpoint.value())
                .param(account)
                .update();
        jdbc.sql("INSERT INTO endpoint_queue (endpoint_id, shard, next_due_at) VALUES (?, ?, 'infinity')")
                .param(endpoint.value())
                .param(shard)
                .update();
        return endpoint;
    }

    private void wait(EndpointId endpoint, int rows, Instant due) {
        jdbc.sql("""
                        INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts, due_at,
                            created_at)
                        SELECT gen_random_uuid(), ?, gen_random_uuid(), ?, 1, ?, now()
                        FROM generate_series(1, ?)
                        """)
                .param(endpoint.value())
                .param(EventType.LICENSE_ISSUED.code())
                .param(due.atOffset(ZoneOffset.UTC))
                .param(rows)
                .update();
        jdbc.sql("UPDATE endpoint_queue SET next_due_at = LEAST(next_due_at, ?) WHERE endpoint_id = ?")
                .param(due.atOffset(ZoneOffset.UTC))
                .param(endpoint.value())
                .update();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    /** By this transaction so far. */
    private long rowsRead() {
        return jdbc.sql("""
                        SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables
                        WHERE relname = 'waiting_delivery'
                        """).query(Long.class).single();
    }

    private void setActive(EndpointId endpoint, boolean active) {
        jdbc.sql("UPDATE endpoint SET active = ? WHERE id = ?")
                .param(active)
                .param(endpoint.value())
                .update();
    }

    private String nextDue(EndpointId endpoint) {
        return jdbc.sql("SELECT next_due_at::text FROM endpoint_queue WHERE endpoint_id = ?")
                .param(endpoint.value())
                .query(String.class)
                .single();
    }
}
