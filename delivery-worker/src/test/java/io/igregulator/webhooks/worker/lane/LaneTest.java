package io.igregulator.webhooks.worker.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.delivery.AttemptReport;
import io.igregulator.webhooks.worker.delivery.AttemptReport.Result;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.fixture.Deliveries;
import io.igregulator.webhooks.worker.fixture.RecordingTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How many requests are in flight at once, after what the endpoint answered. */
class LaneTest {
    private static final int CONCURRENCY = 10;
    private static final Duration LATENCY = Duration.ofMillis(5);

    private final EndpointId endpoint = Deliveries.endpoint();
    private final Lane lane = new Lane(new AccountId(new UUID(0, 0)), CONCURRENCY, CONCURRENCY);
    private final Deque<Instant> underWay = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void anOverloadHalvesItOnceForAllThatWereUnderWay() {
        fill();
        end(Result.OVERLOADED, CONCURRENCY);
        assertThat(lane.inFlight()).isEqualTo(5);
    }

    @Test
    void eachFurtherOverloadHalvesItAgainDownToOne() {
        fill();
        for (int expected : new int[] {5, 2, 1, 1}) {
            end(Result.OVERLOADED, lane.inFlight());
            assertThat(lane.inFlight()).isEqualTo(expected);
        }
    }

    @Test
    void itGrowsByOneAfterRoundsOfSuccess() {
        fill();
        end(Result.OVERLOADED, CONCURRENCY);

        end(Result.SUCCEEDED, 49);
        assertThat(lane.inFlight()).isEqualTo(5);
        end(Result.SUCCEEDED, 1);
        assertThat(lane.inFlight()).isEqualTo(6);
    }

    @Test
    void aMinuteAfterTheLastOverloadItGrowsWithEachSuccess() {
        fill();
        end(Result.OVERLOADED, CONCURRENCY);
        now = now.plus(Duration.ofMinutes(1));

        end(Result.SUCCEEDED, 1);
        assertThat(lane.inFlight()).isEqualTo(6);
        end(Result.SUCCEEDED, 100);
        assertThat(lane.inFlight()).isEqualTo(CONCURRENCY);
    }

    @Test
    void anOverloadIsRememberedForAMinuteWithNothingToDo() {
        submit();
        end(Result.OVERLOADED, 1);

        assertThat(lane.idle(now)).isFalse();
        assertThat(lane.idle(now.plus(Duration.ofMinutes(1)))).isTrue();
    }

    @Test
    void oneThatHasToShowThatItIsWellKeepsWhatItHasEarnedFromOneDeliveryToTheNext() {
        Lane proving = new Lane(new AccountId(new UUID(0, 0)), CONCURRENCY, 1);
        proving.startOrQueue(Deliveries.fresh(endpoint, new RecordingTicket()), now);

        proving.next(new AttemptReport(Result.SUCCEEDED, LATENCY), now, now, new ArrayList<>());

        assertThat(proving.idle(now)).isFalse();
        assertThat(proving.room(Duration.ofMillis(1), 1, now).deliveries()).isEqualTo(2);
        assertThat(proving.idle(now.plusSeconds(10))).isTrue();
    }

    @Test
    void aFailureOfAnotherKindDoesNotHoldItBack() {
        fill();
        end(Result.FAILED, CONCURRENCY);
        assertThat(lane.inFlight()).isEqualTo(CONCURRENCY);
    }

    private void fill() {
        for (int i = 0; i < 1_000; i++) {
            submit();
        }
        assertThat(lane.inFlight()).isEqualTo(CONCURRENCY);
    }

    private void submit() {
        if (lane.startOrQueue(Deliveries.fresh(endpoint, new RecordingTicket()), now)) {
            underWay.add(now);
        }
    }

    /** Those that have been under way for longest, a millisecond apart. */
    private void end(Result result, int requests) {
        for (int i = 0; i < requests; i++) {
            now = now.plusMillis(1);
            List<Delivery> startable = new ArrayList<>();
            lane.next(new AttemptReport(result, LATENCY), underWay.remove(), now, startable);
            startable.forEach(started -> underWay.add(now));
        }
    }
}
