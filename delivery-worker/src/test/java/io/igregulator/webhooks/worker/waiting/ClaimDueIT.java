package io.igregulator.webhooks.worker.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.outcome.ResultMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
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
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final WaitingProperties PROPERTIES = new WaitingProperties(
            Duration.ofMillis(200), Duration.ofSeconds(60), 50, 10, Duration.ofSeconds(10), Duration.ofSeconds(10));
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
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
    void anEndpointOfASuspendedAccountIsPutAsideLikeAnInactiveOne() {
        EndpointId endpoint = endpoint(3);
        wait(endpoint, 1, START);
        jdbc.sql("UPDATE endpoint SET suspended_at = now() WHERE id = ?")
                .param(endpoint.value())
                .update();

        assertThat(claim()).isEmpty();

        assertThat(nextDue(endpoint)).isEqualTo("infinity");
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
    void leavesAnEndpointThatIsBeingDeletedToItsDeletion() throws SQLException {
        EndpointId deleted = endpoint(3);
        EndpointId kept = endpoint(3);
        wait(deleted, 2, START);
        wait(kept, 1, START);
        try (Connection deletion = source.getConnection();
                Statement statement = deletion.createStatement()) {
            deletion.setAutoCommit(false);
            // As far as the deletion has come when the claim begins: the queue row is still to be deleted.
            statement.execute("SELECT FROM endpoint WHERE id = '%s' FOR UPDATE".formatted(deleted.value()));
            statement.execute("DELETE FROM waiting_delivery WHERE endpoint_id = '%s'".formatted(deleted.value()));
            assertThat(CompletableFuture.supplyAsync(this::claim))
                    .succeedsWithin(PATIENCE)
                    .asInstanceOf(InstanceOfAssertFactories.list(ClaimedDelivery.class))
                    .extracting(ClaimedDelivery::endpoint)
                    .containsExactly(kept);
            statement.execute("DELETE FROM endpoint WHERE id = '%s'".formatted(deleted.value()));
            deletion.commit();
        }
        assertThat(count("endpoint_queue")).isEqualTo(1);
    }

    @Test
    void expiryLeavesAnEndpointThatIsBeingDeletedToItsDeletion() throws SQLException {
        EndpointId deleted = endpoint(3);
        wait(deleted, 2, START);
        ExpireWaiting expiry = new ExpireWaiting(jdbc, Duration.ofHours(50), new ResultMeters(registry), now::get);
        jdbc.sql("UPDATE waiting_delivery SET created_at = ?")
                .param(START.minus(Duration.ofHours(51)).atOffset(ZoneOffset.UTC))
                .update();
        try (Connection deletion = source.getConnection();
                Statement statement = deletion.createStatement()) {
            deletion.setAutoCommit(false);
            statement.execute("SELECT FROM endpoint WHERE id = '%s' FOR UPDATE".formatted(deleted.value()));
            assertThat(CompletableFuture.supplyAsync(expiry::tick)).succeedsWithin(PATIENCE);
            assertThat(count("waiting_delivery")).isEqualTo(2);
            statement.execute("DELETE FROM endpoint WHERE id = '%s'".formatted(deleted.value()));
            deletion.commit();
        }
        assertThat(count("waiting_delivery")).isZero();
    }

    @Test
    void returnsTheEndpointsThatHaveNothingMoreDue() {
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
        ExpireWaiting expiry = new ExpireWaiting(jdbc, Duration.ofHours(50), new ResultMeters(registry), now::get);
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
        assertThat(registry.get("webhook.attempt.results")
                        .tag("result", "expired")
                        .counter()
                        .count())
                .isEqualTo(1500);
    }

    @Test
    void aQueueWithNothingLeftIsDeleted() {
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
    void aRowThatOutlivedItsDeliveryIsDeletedInsteadOfBeingSentAgain() {
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

    @Test
    void whatIsTakenEarlyNeedNotBeDueAndIsNotTakenTwice() {
        EndpointId endpoint = endpoint(3);
        wait(endpoint, 5, START.plusSeconds(3600));
        wait(endpoint, 1, START.plusSeconds(120));
        makeDue(endpoint);
        List<EndpointId> caughtUp = new ArrayList<>();

        List<ClaimedDelivery> first = early(4, caughtUp);

        assertThat(first).hasSize(4);
        assertThat(caughtUp).isEmpty();
        assertThat(early(4, caughtUp))
                .as("those that are left, looked for at once")
                .hasSize(2)
                .doesNotContainAnyElementsOf(first);
        assertThat(caughtUp).containsExactly(endpoint);
    }

    @Test
    void aRequestToTryAnEndpointIsTakenOnceBeforeItsTurn() {
        EndpointId endpoint = endpoint(3);
        wait(endpoint, 2, START);
        jdbc.sql("INSERT INTO endpoint_resume VALUES (?, now(), true)")
                .param(endpoint.value())
                .update();
        List<String> seen = new ArrayList<>();
        Turns turns = new Turns() {
            @Override
            public Turn apply(EndpointId asked) {
                seen.add("turn");
                return new Turn.Take(1);
            }

            @Override
            public void tryNow(EndpointId requested, int shard) {
                seen.add("try now in " + shard);
            }
        };

        claims.claim(Set.of(3), turns);
        claims.claim(Set.of(3), turns);

        assertThat(seen).containsExactly("try now in 3", "turn", "turn");
    }

    @Test
    void aRequestForAnInactiveEndpointWaitsUntilItIsActive() {
        EndpointId endpoint = endpoint(3);
        wait(endpoint, 1, START);
        setActive(endpoint, false);
        jdbc.sql("INSERT INTO endpoint_resume VALUES (?, now(), true)")
                .param(endpoint.value())
                .update();

        assertThat(claim()).isEmpty();

        assertThat(count("endpoint_resume WHERE pending")).isEqualTo(1);
    }

    private List<ClaimedDelivery> early(int most, List<EndpointId> caughtUp) {
        Turns turns = new Turns() {
            @Override
            public Turn apply(EndpointId asked) {
                return new Turn.TakeEarly(most);
            }

            @Override
            public void caughtUp(EndpointId endpoint) {
                caughtUp.add(endpoint);
            }
        };
        return claims.claim(Set.of(3), turns).deliveries();
    }

    private void makeDue(EndpointId endpoint) {
        jdbc.sql("UPDATE endpoint_queue SET next_due_at = ? WHERE endpoint_id = ?")
                .param(START.atOffset(ZoneOffset.UTC))
                .param(endpoint.value())
                .update();
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
        jdbc.sql("UPDATE endpoint_queue SET next_due_at = least(next_due_at, ?) WHERE endpoint_id = ?")
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
