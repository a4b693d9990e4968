package io.igregulator.webhooks.worker.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Claims end with their worker, whose life is a lock. */
class FreeOrphansIT {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final int GONE = 7;
    private static final int HEIR = 8;
    private static final WaitingProperties PROPERTIES = new WaitingProperties(
            Duration.ofMillis(200), Duration.ofSeconds(60), 50, 10, Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();
    private HikariDataSource source;
    private JdbcClient jdbc;
    private JdbcTransactionManager transactions;
    private FreeOrphans orphans;

    @BeforeEach
    void connect() {
        connect(database);
        awaitMeaningfulLocks();
    }

    private void connect(Infrastructure.Database to) {
        source = new HikariDataSource();
        source.setJdbcUrl(to.jdbcUrl());
        source.setUsername(to.user());
        source.setPassword(to.password());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        transactions = new JdbcTransactionManager(source);
        orphans = new FreeOrphans(jdbc, transactions, () -> OptionalInt.of(HEIR), PROPERTIES.lease(), now::get);
    }

    private void awaitMeaningfulLocks() {
        await().until(() -> jdbc.sql("SELECT pg_postmaster_start_time() < clock_timestamp() - interval '5 seconds'")
                .query(Boolean.class)
                .single());
    }

    @AfterEach
    void disconnect() {
        source.close();
    }

    @Test
    void whatAWorkerThatIsGoneHadClaimedIsDueForTheNewOwnerOfItsShard() {
        EndpointId mine = waiting(3, 5);
        EndpointId others = waiting(4, 5);
        assertThat(claim(GONE, 3, 4).deliveries()).hasSize(10);

        now.set(START.plusSeconds(1));
        takeOver(3);

        assertThat(claim(HEIR, 3, 4).deliveries())
                .extracting(ClaimedDelivery::endpoint)
                .hasSize(5)
                .containsOnly(mine)
                .doesNotContain(others);
        now.set(START.plusSeconds(2));
        takeOver(3, 4);
        assertThat(claim(HEIR, 3, 4).deliveries())
                .as("its other shard, once that is taken over")
                .extracting(ClaimedDelivery::endpoint)
                .hasSize(5)
                .containsOnly(others);
    }

    @Test
    void whatALivingWorkerHasClaimedStaysItsOwnUntilItIsGone() throws SQLException {
        waiting(3, 5);
        try (Connection alive = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var lock = alive.prepareStatement("SELECT pg_advisory_lock(?, ?)")) {
            lock.setInt(1, WorkerLock.CLASS);
            lock.setInt(2, GONE);
            lock.execute();
            assertThat(claim(GONE, 3).deliveries()).hasSize(5);
            takeOver(3);
            assertThat(claim(HEIR, 3).deliveries()).isEmpty();
        }
        // It died after the assignment: looked for all the same.
        now.set(START.plusSeconds(30));
        orphans.free(Set.of(3));
        assertThat(claim(HEIR, 3).deliveries()).hasSize(5);
    }

    @Test
    void whatHasItsOutcomeKeepsItsTime() {
        waiting(3, 2);
        ClaimedDelivery retried = claim(GONE, 3).deliveries().getFirst();
        Instant retry = START.plusSeconds(30);
        jdbc.sql("UPDATE waiting_delivery SET due_at = ? WHERE delivery_id = ?")
                .param(retry.atOffset(ZoneOffset.UTC))
                .param(retried.id().value())
                .update();

        takeOver(3);

        assertThat(claim(HEIR, 3).deliveries())
                .extracting(ClaimedDelivery::id)
                .hasSize(1)
                .doesNotContain(retried.id());
    }

    @Test
    void aClaimIsForgottenWhenAllOfItIsRecordedOrItsLeaseIsOver() {
        waiting(3, 2);
        ClaimDue.Claim claim = claim(GONE, 3);
        OpenClaim ticket = new OpenClaim(claim.leaseEnd(), now::get, 2, claim.ended());
        ClaimBook book = new ClaimBook(jdbc, () -> OptionalInt.of(GONE));
        Runnable ended = book.write(claim.deliveries(), claim.leaseEnd());
        assertThat(claims()).isEqualTo(2);
        ticket.recorded();
        ended.run();
        book.write(List.of(), claim.leaseEnd());
        assertThat(claims()).as("the book's own has ended, half of the other").isEqualTo(1);
        now.set(START.plusSeconds(60));
        takeOver(3);
        assertThat(claims()).isZero();
    }

    @Test
    void nothingIsQueriedWithoutAnAssignmentNorWhenNoOtherWorkerHasClaims() {
        waiting(3, 2);
        claim(GONE, 3);
        orphans.free(Set.of(3));
        assertThat(claim(HEIR, 3).deliveries()).as("no assignment").isEmpty();
        jdbc.sql("DELETE FROM claim").update();
        takeOver(3);
        waiting(3, 2);
        claim(GONE, 3);
        now.set(START.plusSeconds(5));
        orphans.free(Set.of(3));
        assertThat(claim(HEIR, 3).deliveries()).as("no claims at that time").isEmpty();
    }

    @Test
    void whenPostgresWasStartedAgainTheLivingHaveTimeToTakeTheirLocksBack(@TempDir Path directory) {
        source.close();
        PostgresServer.Options kept = PostgresServer.Options.kept(directory.resolve("postgres"));
        try (PostgresServer before = PostgresServer.start(kept)) {
            before.createDatabase("webhooks");
            connect(webhooks(before));
            waiting(3, 5);
            assertThat(claim(GONE, 3).deliveries()).hasSize(5);
            source.close();
        }
        try (PostgresServer after = PostgresServer.start(kept)) {
            connect(webhooks(after));
            takeOver(3);
            assertThat(claim(HEIR, 3).deliveries()).as("it may be alive").isEmpty();
            awaitMeaningfulLocks();
            now.set(START.plusSeconds(5));
            takeOver(3);
            assertThat(claim(HEIR, 3).deliveries()).hasSize(5);
            source.close();
        }
    }

    @Test
    void aDeletionThatIsUnderWayIsWaitedForBeforeAnyOfItsRowsIsLocked() throws SQLException {
        EndpointId deleted = waiting(3, 5);
        EndpointId kept = waiting(3, 5);
        claim(GONE, 3);
        CompletableFuture<Void> takeOver;
        try (Connection deletion = source.getConnection();
                Statement statement = deletion.createStatement()) {
            deletion.setAutoCommit(false);
            statement.execute("SELECT FROM endpoint WHERE id = '%s' FOR UPDATE".formatted(deleted.value()));
            // The last one that is locked in the order of their ids.
            statement.execute("""
                    DELETE FROM waiting_delivery WHERE delivery_id = (
                        SELECT max(delivery_id::text)::uuid FROM waiting_delivery WHERE endpoint_id = '%s')
                    """.formatted(deleted.value()));
            takeOver = CompletableFuture.runAsync(() -> takeOver(3));
            await().until(() -> jdbc.sql("SELECT count(*) FROM pg_stat_activity"
                                    + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
                            .query(Long.class)
                            .single()
                    == 1);
            statement.execute("DELETE FROM endpoint WHERE id = '%s'".formatted(deleted.value()));
            deletion.commit();
        }
        takeOver.join();
        assertThat(claim(HEIR, 3).deliveries())
                .extracting(ClaimedDelivery::endpoint)
                .hasSize(5)
                .containsOnly(kept);
    }

    private static Infrastructure.Database webhooks(PostgresServer server) {
        return new Infrastructure.Database(server.jdbcUrl("webhooks"), PostgresServer.USER, PostgresServer.PASSWORD);
    }

    private void takeOver(Integer... shards) {
        orphans.acquired(Set.of(shards));
        orphans.free(Set.of(shards));
    }

    private ClaimDue.Claim claim(int worker, Integer... shards) {
        return new ClaimDue(
                        jdbc,
                        transactions,
                        new PlaceQueues(jdbc, () -> 8),
                        new ClaimBook(jdbc, () -> OptionalInt.of(worker)),
                        PROPERTIES,
                        now::get)
                .claim(Set.of(shards), endpoint -> new Turn.Take(10));
    }

    private long claims() {
        return jdbc.sql("SELECT count(*) FROM claim").query(Long.class).single();
    }

    private EndpointId waiting(int shard, int rows) {
        UUID account = UUID.randomUUID();
        EndpointId endpoint = new EndpointId(UUID.randomUUID());
        jdbc.sql("INSERT INTO account (id, name, plan) VALUES (?, 'test', 'pro')")
                .param(account)
                .update();
        jdbc.sql("INSERT INTO endpoint (id, account_id, url, events) VALUES (?, ?, 'https://example.org', '{x}')")
                .param(endpoint.value())
                .param(account)
                .update();
        jdbc.sql("INSERT INTO endpoint_queue (endpoint_id, shard, next_due_at) VALUES (?, ?, ?)")
                .param(endpoint.value())
                .param(shard)
                .param(START.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts, due_at,
                            created_at)
                        SELECT gen_random_uuid(), ?, gen_random_uuid(), ?, 1, ?, now()
                        FROM generate_series(1, ?)
                        """)
                .param(endpoint.value())
                .param(EventType.LICENSE_ISSUED.code())
                .param(START.atOffset(ZoneOffset.UTC))
                .param(rows)
                .update();
        return endpoint;
    }
}
