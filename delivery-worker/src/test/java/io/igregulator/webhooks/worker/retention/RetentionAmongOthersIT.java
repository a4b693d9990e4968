package io.igregulator.webhooks.worker.retention;

import static io.igregulator.webhooks.worker.retention.RetentionFixture.ENDPOINT;
import static io.igregulator.webhooks.worker.retention.RetentionFixture.START;
import static io.igregulator.webhooks.worker.retention.RetentionFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.id.DeliveryId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetentionAmongOthersIT {
    private final RetentionFixture fixture = new RetentionFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void writersLoseNothingAndAreNeverRefusedWhilePartitionsComeAndRowsMove() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicInteger written = new AtomicInteger();
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int writer = 0; writer < 4; writer++) {
                writers.add(threads.submit(() -> {
                    while (writing.get()) {
                        // Any of the days whose partitions are being made.
                        fixture.delivery(ENDPOINT, START.plus(Duration.ofDays(written.getAndIncrement() % 8)));
                    }
                }));
            }
            try {
                await().until(() -> written.get() > 500);
                await().until(() -> fixture.retention.tick() == Progress.DONE);
                int atTheEnd = written.get();
                await().until(() -> written.get() > atTheEnd + 200);
            } finally {
                writing.set(false);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }

        assertThat(fixture.count("delivery")).isEqualTo(written.get());
        assertThat(fixture.count("attempt")).isEqualTo(written.get());
        assertThat(fixture.count("delivery_default")).isZero();
        assertThat(fixture.count("attempt_default")).isZero();
    }

    @Test
    void whileAnotherWorkersRetentionIsAtWorkThisOneDoesNothing() throws SQLException {
        try (Connection other = fixture.open();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(%d)".formatted(RetentionLock.LOCK));

            assertThat(fixture.retention.tick()).isEqualTo(Progress.BLOCKED);
            assertThat(fixture.partitions(HistoryTable.EVENT)).isEmpty();

            other.rollback();
        }
        assertThat(fixture.retention.tick()).isEqualTo(Progress.DONE);
        assertThat(fixture.partitions(HistoryTable.EVENT)).hasSize(9);
    }

    @Test
    void manyAtOnceMakeEachPartitionOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < 3; worker++) {
                Retention retention = fixture.retention(100);
                workers.add(threads.submit(() -> await().until(() -> retention.tick() == Progress.DONE)));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        }
        for (HistoryTable table : HistoryTable.values()) {
            assertThat(fixture.partitions(table)).hasSize(9);
        }
    }

    @Test
    void aTableThatIsInUseIsNotWaitedForAndDoesNotKeepTheOthersWaiting() throws SQLException {
        DeliveryId kept = fixture.delivery(ENDPOINT, START);
        try (Connection reader = fixture.open();
                Statement statement = reader.createStatement()) {
            statement.execute("SELECT count(*) FROM delivery");

            assertThat(fixture.retention.tick()).isEqualTo(Progress.BLOCKED);

            assertThat(fixture.partitions(HistoryTable.DELIVERY)).isEmpty();
            assertThat(fixture.partitions(HistoryTable.ATTEMPT)).hasSize(9);
            assertThat(fixture.home("delivery", kept.value())).isEqualTo("delivery_default");
            // Nothing of the try is left behind.
            assertThat(fixture.count("pg_class WHERE relname LIKE 'delivery_2%'"))
                    .isZero();
            reader.rollback();
        }
        assertThat(fixture.retention.tick()).isEqualTo(Progress.DONE);
        assertThat(fixture.home("delivery", kept.value())).isEqualTo("delivery_20261121");
    }

    @Test
    void aDayWithTooManyRowsInTheDefaultPartitionStaysThere() {
        CreatePartition creation = new CreatePartition(fixture.jdbc(), 2);
        for (int i = 0; i < 3; i++) {
            fixture.event(START);
        }

        assertThat(creation.create(HistoryTable.EVENT, TODAY)).isFalse();

        assertThat(fixture.partitions(HistoryTable.EVENT)).isEmpty();
        assertThat(fixture.count("event_default")).isEqualTo(3);
    }

    @Test
    void theAgeOfTheLastRoundShowsThatItFails() throws SQLException {
        fixture.retention.tick();
        assertThat(age()).isZero();
        try (Connection other = fixture.open();
                Statement statement = other.createStatement()) {
            statement.execute("LOCK TABLE event");
            fixture.now = START.plus(Duration.ofDays(1));
            fixture.retention.tick();
        }
        assertThat(age()).isEqualTo(24 * 60 * 60.0);
    }

    private double age() {
        return fixture.meters.get("webhook.retention.age").timeGauge().value(TimeUnit.SECONDS);
    }
}
