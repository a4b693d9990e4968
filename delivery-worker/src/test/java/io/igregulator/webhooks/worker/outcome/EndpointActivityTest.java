package io.igregulator.webhooks.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.fixture.Deliveries;
import io.igregulator.webhooks.worker.fixture.RecordingTicket;
import io.igregulator.webhooks.worker.retry.RetryDecision;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndpointActivityTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final RetryDecision SUCCESS = new RetryDecision.Delivered();
    private static final RetryDecision FAILURE = new RetryDecision.Exhausted();
    private static final RetryDecision RETRY = new RetryDecision.RetryAt(START);
    private final EndpointId endpoint = Deliveries.endpoint();

    @Test
    void failuresAddToWhatIsThere() {
        EndpointActivity activity = fold(FAILURE, RETRY, FAILURE);
        assertThat(activity.failedBefore()).isTrue();
        assertThat(activity.failures()).isEqualTo(2);
        assertThat(activity.lastStatus()).isEqualTo(DeliveryStatus.FAILED);
        assertThat(activity.lastDeliveredAt()).isNull();
    }

    @Test
    void aSuccessResetsTheCountAndLaterFailuresCountFromThere() {
        EndpointActivity activity = fold(FAILURE, FAILURE, SUCCESS, FAILURE);
        assertThat(activity.failedBefore()).isFalse();
        assertThat(activity.failures()).isEqualTo(1);
        assertThat(activity.lastStatus()).isEqualTo(DeliveryStatus.FAILED);
        assertThat(activity.lastDeliveredAt()).isEqualTo(START.plusMillis(12));
    }

    @Test
    void aRetryIsNotAFailedDelivery() {
        EndpointActivity activity = fold(SUCCESS, RETRY);
        assertThat(activity.failures()).isZero();
        assertThat(activity.lastStatus()).isEqualTo(DeliveryStatus.RETRYING);
    }

    @Test
    void whatThePlatformGotWrongIsNotATimeAtWhichTheEndpointFailed() {
        EndpointActivity activity = EndpointActivity.of(List.of(
                        outcome(FAILURE, 12, "internal_error"),
                        outcome(FAILURE, 13, "timeout"),
                        outcome(FAILURE, 14, "internal_error")))
                .iterator()
                .next();
        assertThat(activity.failures()).as("each ended as failed").isEqualTo(3);
        assertThat(activity.firstFailedAt()).isEqualTo(START.plusMillis(13));
        assertThat(activity.lastFailedAt()).isEqualTo(START.plusMillis(13));
    }

    private EndpointActivity fold(RetryDecision... decisions) {
        return EndpointActivity.of(Arrays.stream(decisions).map(this::outcome).toList())
                .iterator()
                .next();
    }

    private Outcome outcome(RetryDecision decision) {
        return outcome(decision, 12, null);
    }

    private Outcome outcome(RetryDecision decision, int latencyMillis, @Nullable String error) {
        @Nullable Integer status = error == null ? 200 : null;
        return new Outcome.Attempted(
                Deliveries.fresh(endpoint, new RecordingTicket()), START, latencyMillis, status, error, null, decision);
    }
}
