package io.igregulator.webhooks.worker.outcome;

import static io.igregulator.webhooks.worker.outcome.OutcomeFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.outcome.Outcome.Parked;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A delivery that succeeds at once is one row, and its attempt is shown all the same, whatever comes after it. */
class FirstSuccessIT {
    private final OutcomeFixture fixture = new OutcomeFixture();
    private final OutcomeWriter writer = fixture.writer();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aFirstSuccessIsOneRowThatShowsItsAttempt() {
        Delivery delivery = fixture.fresh();

        write(fixture.success(delivery, 37, "{\"grüße\":\t\\N ∞ 😀}"));

        assertThat(fixture.count("attempt")).isZero();
        assertThat(fixture.row(delivery))
                .containsEntry("endpoint_id", delivery.endpoint().value())
                .containsEntry("event_id", delivery.event().bits())
                .containsEntry("event_type", (int) EventType.LICENSE_ISSUED.code())
                .containsEntry("status", (int) DeliveryStatus.SUCCESS.code())
                .containsEntry("attempt_count", 1)
                .containsEntry("next_attempt_at", null)
                .containsEntry("last_http_status", 200)
                .containsEntry("last_error", null)
                .containsEntry("latency_ms", 37)
                .containsEntry("created_at", Timestamp.from(START.minusSeconds(1)))
                .containsEntry("completed_at", Timestamp.from(START.plusMillis(37)))
                .containsEntry("attempts_before_resend", null);
        assertThat(only(delivery))
                .containsEntry("number", 1)
                .containsEntry("started_at", Timestamp.from(START))
                .containsEntry("http_status", 200)
                .containsEntry("latency_ms", 37)
                .containsEntry("error", null)
                .containsEntry("response_body", "{\"grüße\":\t\\N ∞ 😀}");
    }

    @Test
    void timesAreThoseThatTheOtherWayWouldStore() {
        for (int nanos : new int[] {0, 499, 500, 501, 1_500, 999_999_499, 999_999_500, 999_999_999}) {
            fixture.now = Instant.ofEpochSecond(START.getEpochSecond(), nanos);
            Delivery copied = fixture.fresh();
            Delivery inserted = fixture.fresh();
            write(fixture.success(copied, 3, null));
            write(fixture.success(fixture.claimed(inserted, 0), 3, null));

            assertThat(fixture.row(copied).get("completed_at"))
                    .isEqualTo(fixture.row(inserted).get("completed_at"));
        }
    }

    @Test
    void manyAreWrittenHoweverLongTheirAnswers() {
        String body = "é".repeat(2_000);
        Outcome[] batch = IntStream.range(0, 500)
                .mapToObj(i -> fixture.success(fixture.fresh(), i, body))
                .toArray(Outcome[]::new);

        write(batch);
        write(fixture.success(fixture.fresh(), 1, "short"));

        assertThat(fixture.count("every_attempt WHERE length(response_body) = 2000"))
                .isEqualTo(500);
        assertThat(fixture.count("every_attempt WHERE response_body = 'short'")).isEqualTo(1);
        assertThat(fixture.count("attempt")).isZero();
    }

    @Test
    void repeatsCollapseAndTheRestOfTheirBatchIsRecorded() {
        Delivery repeated = fixture.fresh();
        Delivery other = fixture.fresh();
        Delivery failing = fixture.fresh();
        write(fixture.success(repeated, 5, "first"));
        fixture.now = START.plusSeconds(10);

        fixture.writer()
                .write(
                        List.of(
                                fixture.success(other, 6, "other"),
                                fixture.failure(failing),
                                fixture.success(repeated, 7, "again"),
                                fixture.success(other, 8, "twice")),
                        List.of());

        assertThat(fixture.row(repeated)).containsEntry("attempt_count", 1).containsEntry("latency_ms", 5);
        assertThat(only(repeated))
                .containsEntry("response_body", "first")
                .containsEntry("started_at", Timestamp.from(START));
        assertThat(only(other)).containsEntry("http_status", 200);
        assertThat(only(failing)).containsEntry("http_status", 500);
        assertThat(fixture.count("delivery")).isEqualTo(3);
        assertThat(fixture.count("attempt")).isEqualTo(1);
        assertThat(fixture.count("waiting_delivery")).isEqualTo(1);
    }

    @Test
    void aFailureOfTheSameAttemptComesTooLate() {
        Delivery delivery = fixture.fresh();
        write(fixture.success(delivery, 5, "fine"));

        write(fixture.exhausted(fixture.claimed(delivery, 0)));

        assertThat(fixture.row(delivery)).containsEntry("status", (int) DeliveryStatus.SUCCESS.code());
        assertThat(only(delivery)).containsEntry("http_status", 200).containsEntry("response_body", "fine");
    }

    @Test
    void aFailureThatWasRecordedFirstStaysTheFirstAttempt() {
        Delivery delivery = fixture.fresh();
        write(fixture.failure(delivery));

        write(fixture.success(delivery, 5, "fine"));

        assertThat(fixture.row(delivery))
                .containsEntry("status", (int) DeliveryStatus.SUCCESS.code())
                .containsEntry("attempt_count", 1);
        assertThat(only(delivery)).containsEntry("http_status", 500).containsEntry("response_body", "broken");
    }

    @Test
    void aLaterAttemptLeavesTheFirstInItsPlace() {
        Delivery delivery = fixture.fresh();
        write(fixture.success(delivery, 5, "first"));
        fixture.now = START.plusSeconds(10);

        write(fixture.success(fixture.claimed(delivery, 1), 6, "second"));

        assertThat(fixture.row(delivery)).containsEntry("attempt_count", 2).containsEntry("response_body", null);
        assertThat(fixture.attempts(delivery))
                .extracting(row -> row.get("number"))
                .containsExactly(1, 2);
        assertThat(fixture.attempts(delivery))
                .extracting(row -> row.get("response_body"))
                .containsExactly("first", "second");
        assertThat(fixture.attempts(delivery))
                .extracting(row -> row.get("started_at"))
                .containsExactly(Timestamp.from(START), Timestamp.from(START.plusSeconds(10)));
    }

    @Test
    void whatWasParkedBeforeIsOneRowAsWell() {
        Delivery delivery = fixture.fresh();
        write(new Parked(delivery, Parked.Reason.CIRCUIT_OPEN, START.plusSeconds(5)));

        write(fixture.success(fixture.claimed(delivery, 0), 5, "at last"));

        assertThat(only(delivery)).containsEntry("response_body", "at last");
        assertThat(fixture.count("attempt")).isZero();
        assertThat(fixture.count("waiting_delivery")).isZero();
    }

    @Test
    void aWriterWaitsForAnotherOneOfTheSameDelivery() throws SQLException {
        Delivery delivery = fixture.fresh();
        CompletableFuture<Void> late;
        try (Connection other = fixture.open();
                var statement = other.prepareStatement("""
                        INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count,
                            last_http_status, latency_ms, created_at, completed_at, response_body)
                        VALUES (?, ?, ?, 6, 3, 1, 200, 5, now(), now(), 'fine')
                        """)) {
            statement.setObject(1, delivery.id().value());
            statement.setObject(2, delivery.endpoint().value());
            statement.setObject(3, delivery.event().bits());
            statement.executeUpdate();
            late = CompletableFuture.runAsync(() -> write(fixture.failure(delivery)));
            awaitOneThatWaits();
            other.commit();
        }
        late.join();

        assertThat(fixture.row(delivery)).containsEntry("status", (int) DeliveryStatus.SUCCESS.code());
        assertThat(only(delivery)).containsEntry("http_status", 200).containsEntry("response_body", "fine");
    }

    @Test
    void aWriterWaitsForADeletionBeforeItLocksAnyOfItsRows() throws SQLException {
        Delivery one = fixture.fresh();
        Delivery other = fixture.fresh();
        write(fixture.failure(one), fixture.failure(other));
        CompletableFuture<Void> late;
        try (Connection deletion = fixture.open();
                Statement statement = deletion.createStatement()) {
            statement.execute("SELECT FROM endpoint WHERE id = '%s' FOR UPDATE".formatted(fixture.endpoint.value()));
            late = CompletableFuture.runAsync(
                    () -> write(fixture.failure(fixture.fresh()), fixture.success(fixture.claimed(one, 1), 5, null)));
            awaitOneThatWaits();
            statement.execute("DELETE FROM endpoint WHERE id = '%s'".formatted(fixture.endpoint.value()));
            deletion.commit();
        }
        late.join();

        assertThat(fixture.row(one)).containsEntry("status", (int) DeliveryStatus.SUCCESS.code());
        assertThat(fixture.count("waiting_delivery")).isZero();
        assertThat(fixture.count("endpoint_queue")).isZero();
    }

    private void awaitOneThatWaits() {
        await().until(() ->
                fixture.count("pg_stat_activity WHERE datname = current_database()" + " AND wait_event_type = 'Lock'")
                        == 1);
    }

    private void write(Outcome... batch) {
        writer.write(List.of(batch), List.of());
    }

    private Map<String, @Nullable Object> only(Delivery delivery) {
        assertThat(fixture.attempts(delivery)).hasSize(1);
        return fixture.attempts(delivery).getFirst();
    }
}
