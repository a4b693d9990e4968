package io.igregulator.webhooks.worker.outcome;

import static io.igregulator.webhooks.figures.AttemptClass.End.DELIVERED;
import static io.igregulator.webhooks.figures.AttemptClass.End.REFUSED;
import static io.igregulator.webhooks.figures.AttemptClass.End.UNANSWERED;
import static io.igregulator.webhooks.worker.outcome.OutcomeFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.history.DeliveryError;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.outcome.Outcome.Expired;
import io.igregulator.webhooks.worker.outcome.Outcome.Parked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** An attempt is counted when and only when it is recorded, whichever way and however often it is written. */
class CountAttemptsIT {
    private final OutcomeFixture fixture = new OutcomeFixture();
    private final OutcomeWriter writer = fixture.writer();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everyAttemptOfABatchCountsAndNothingElseDoes() {
        write(
                fixture.success(fixture.fresh(), 5, null),
                fixture.success(fixture.fresh(), 6, null),
                fixture.success(fixture.claimed(fixture.fresh(), 0), 7, null),
                fixture.success(fixture.claimed(fixture.fresh(), 3), 8, null),
                fixture.failure(fixture.fresh()),
                fixture.exhausted(fixture.claimed(fixture.fresh(), 7)),
                fixture.unanswered(fixture.fresh()),
                new Parked(fixture.fresh(), Parked.Reason.CIRCUIT_OPEN, START.plusSeconds(5)),
                new Expired(fixture.fresh(), DeliveryError.EVENT_EXPIRED, START));

        assertThat(fixture.counted()).isEqualTo(Map.of(DELIVERED, 4, REFUSED, 2, UNANSWERED, 1));
    }

    @Test
    void aBatchThatIsWrittenAgainCountsOnce() {
        Outcome[] batch = {
            fixture.success(fixture.fresh(), 5, null),
            fixture.success(fixture.claimed(fixture.fresh(), 0), 5, null),
            fixture.success(fixture.claimed(fixture.fresh(), 2), 5, null),
            fixture.failure(fixture.fresh()),
            fixture.unanswered(fixture.fresh())
        };
        write(batch);

        write(batch);
        fixture.writer().write(List.of(batch), List.of());

        assertThat(fixture.counted()).isEqualTo(Map.of(DELIVERED, 3, REFUSED, 1, UNANSWERED, 1));
    }

    @Test
    void aRepeatWithinABatchCountsOnceAndTheRestOfItCounts() {
        Delivery repeated = fixture.fresh();
        Delivery twice = fixture.fresh();
        Delivery failing = fixture.fresh();
        write(fixture.success(repeated, 5, null));

        write(
                fixture.success(twice, 6, null),
                fixture.failure(failing),
                fixture.success(repeated, 7, null),
                fixture.success(twice, 8, null),
                fixture.failure(failing));

        assertThat(fixture.counted()).isEqualTo(Map.of(DELIVERED, 2, REFUSED, 1));
    }

    @Test
    void aRepeatThatEndsDifferentlyIsNotRecordedAndNotCounted() {
        Delivery delivery = fixture.fresh();
        write(fixture.success(delivery, 5, null));

        write(fixture.exhausted(fixture.claimed(delivery, 0)));

        assertThat(fixture.counted()).isEqualTo(Map.of(DELIVERED, 1));

        Delivery other = fixture.fresh();
        write(fixture.failure(other));
        write(fixture.success(other, 5, null));

        assertThat(fixture.counted()).isEqualTo(Map.of(DELIVERED, 1, REFUSED, 1));
        assertThat(fixture.count("every_attempt")).isEqualTo(2);
    }

    @Test
    void aLaterAttemptCountsItselfAloneAndNotTheFirstAgain() {
        Delivery delivery = fixture.fresh();
        write(fixture.success(delivery, 5, null));

        write(fixture.success(fixture.claimed(delivery, 1), 6, null));

        assertThat(fixture.counted()).isEqualTo(Map.of(DELIVERED, 2));
    }

    @Test
    void aBatchThatIsNotRecordedIsNotCounted() {
        fixture.jdbc
                .sql("ALTER TABLE waiting_delivery ADD CONSTRAINT refuse CHECK (attempts <> 1)")
                .update();

        assertThatThrownBy(() -> write(fixture.success(fixture.fresh(), 5, null), fixture.failure(fixture.fresh())))
                .isInstanceOf(DataAccessException.class);

        assertThat(fixture.count("delivery")).isZero();
        assertThat(fixture.counted()).isEmpty();
    }

    @Test
    void anAttemptCountsInTheMinuteInWhichItEnded() {
        fixture.now = Instant.parse("2026-11-21T12:00:59.990Z");

        write(fixture.success(fixture.fresh(), 9, null), fixture.success(fixture.fresh(), 10, null));

        assertThat(fixture.count("figures_batch WHERE minute = '2026-11-21T12:00:00Z'"))
                .isEqualTo(1);
        assertThat(fixture.count("figures_batch WHERE minute = '2026-11-21T12:01:00Z'"))
                .isEqualTo(1);
        assertThat(fixture.counted()).isEqualTo(Map.of(DELIVERED, 2));
    }

    private void write(Outcome... batch) {
        writer.write(List.of(batch), List.of());
    }
}
