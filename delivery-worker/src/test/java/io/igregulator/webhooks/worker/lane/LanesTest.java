package io.igregulator.webhooks.worker.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.fixture.Deliveries;
import io.igregulator.webhooks.worker.fixture.RecordingTicket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Threads are replaced by a queue of started work, so that the test decides when each request ends. */
class LanesTest {
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<Delivery> attempted = new ArrayList<>();
    private final Lanes lanes = new Lanes(new LaneProperties(2, 6), attempted::add, threads::add);
    private final EndpointId slow = Deliveries.endpoint();
    private final EndpointId other = Deliveries.endpoint();

    @Test
    void startsAtMostTheLimitOfOneEndpointAndQueuesTheRest() {
        submit(slow, 5);
        assertThat(threads).hasSize(2);
        assertThat(lanes.inFlight()).isEqualTo(2);
        assertThat(lanes.queued()).isEqualTo(3);
        assertThat(lanes.full()).containsExactly(slow);
    }

    @Test
    void aFullLaneDoesNotHoldUpAnother() {
        submit(slow, 5);
        submit(other, 1);
        assertThat(threads).hasSize(3);
        assertThat(lanes.full()).containsExactly(slow);
    }

    @Test
    void aThreadGoesOnWithWhatWaitsInItsLaneInOrder() {
        List<Delivery> submitted = submit(slow, 4);
        threads.removeFirst().run();
        assertThat(attempted)
                .extracting(Delivery::id)
                .containsExactly(
                        submitted.get(0).id(),
                        submitted.get(2).id(),
                        submitted.get(3).id());
        assertThat(lanes.queued()).isZero();
        threads.removeFirst().run();
        assertThat(lanes.load()).isZero();
        assertThat(lanes.full()).isEmpty();
    }

    @Test
    void isOverloadedAtTheLimitAndRelaxedAtHalf() {
        submit(slow, 6);
        assertThat(lanes.overloaded()).isTrue();
        assertThat(lanes.relaxed()).isFalse();
        threads.removeFirst().run();
        assertThat(lanes.overloaded()).isFalse();
        assertThat(lanes.relaxed()).isTrue();
    }

    @Test
    void aRepeatIsNotAttemptedAndEndsWithTheOriginal() {
        RecordingTicket first = new RecordingTicket();
        RecordingTicket second = new RecordingTicket();
        Delivery delivery = Deliveries.fresh(slow, first);
        lanes.submit(delivery);
        lanes.submit(delivery.withTicket(second));
        threads.removeFirst().run();
        assertThat(threads).isEmpty();
        assertThat(attempted).hasSize(1);
        attempted.getFirst().ticket().recorded();
        assertThat(first.timesRecorded()).isEqualTo(1);
        assertThat(second.timesRecorded()).isEqualTo(1);
    }

    @Test
    void aRepeatOfWhatWasRecordedIsDoneAtOnce() {
        Delivery delivery = Deliveries.fresh(slow, new RecordingTicket());
        lanes.submit(delivery);
        threads.removeFirst().run();
        attempted.getFirst().ticket().recorded();
        RecordingTicket repeat = new RecordingTicket();
        lanes.submit(delivery.withTicket(repeat));
        assertThat(threads).isEmpty();
        assertThat(repeat.timesRecorded()).isEqualTo(1);
    }

    @Test
    void whatWasDroppedMayComeAgain() {
        Delivery delivery = Deliveries.fresh(slow, new RecordingTicket());
        lanes.submit(delivery);
        threads.removeFirst().run();
        attempted.getFirst().ticket().dropped();
        lanes.submit(delivery.withTicket(new RecordingTicket()));
        assertThat(threads).hasSize(1);
    }

    @Test
    void aRepeatWithAValidTicketKeepsADeliveryGoingWhoseOwnTicketIsNot() {
        RecordingTicket gone = new RecordingTicket().invalidate();
        Delivery delivery = Deliveries.fresh(slow, gone);
        lanes.submit(delivery);
        lanes.submit(delivery.withTicket(new RecordingTicket()));
        threads.removeFirst().run();
        assertThat(attempted.getFirst().ticket().valid()).isTrue();
    }

    @Test
    void onceClosedNothingMoreStarts() {
        submit(slow, 4);
        lanes.close();
        submit(other, 1);
        threads.removeFirst().run();
        threads.removeFirst().run();
        assertThat(threads).isEmpty();
        assertThat(attempted).hasSize(2);
        assertThat(lanes.inFlight()).isZero();
    }

    private List<Delivery> submit(EndpointId endpoint, int count) {
        List<Delivery> submitted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Delivery delivery = Deliveries.fresh(endpoint, new RecordingTicket());
            submitted.add(delivery);
            lanes.submit(delivery);
        }
        return submitted;
    }
}
