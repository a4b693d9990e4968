package io.igregulator.webhooks.worker.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.breaker.CircuitFixtures;
import io.igregulator.webhooks.worker.breaker.Circuits;
import io.igregulator.webhooks.worker.delivery.AttemptReport;
import io.igregulator.webhooks.worker.delivery.AttemptReport.Result;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.fixture.Deliveries;
import io.igregulator.webhooks.worker.fixture.RecordingTicket;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.outcome.OutcomeProperties;
import io.igregulator.webhooks.worker.outcome.Unrecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Threads are replaced by a queue of started work, so that the test decides when each request ends. */
class LanesTest {
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<Delivery> attempted = new ArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    private AttemptReport report = new AttemptReport(Result.SUCCEEDED, Duration.ofMillis(5));
    private final Circuits circuits = CircuitFixtures.circuits(now::get);
    private final Unrecorded unrecorded = new Unrecorded(
            new OutcomeProperties(500, Duration.ofMillis(50), 4000, 10, Duration.ofMillis(500)), now::get);
    private final Lanes lanes = new Lanes(
            new LaneProperties(2, 6, 100, Duration.ofSeconds(1), Duration.ofMillis(200)),
            circuits,
            unrecorded,
            this::attempt,
            threads::add,
            now::get);
    private final EndpointId slow = Deliveries.endpoint();
    private final EndpointId other = Deliveries.endpoint();

    @Test
    void startsAtMostTheLimitOfOneEndpointAndQueuesTheRest() {
        submit(slow, 5);
        assertThat(threads).hasSize(2);
        assertThat(lanes.inFlight()).isEqualTo(2);
        assertThat(lanes.queued()).isEqualTo(3);
        assertThat(room(slow)).isZero();
    }

    @Test
    void aFullLaneDoesNotHoldUpAnother() {
        submit(slow, 5);
        submit(other, 1);
        assertThat(threads).hasSize(3);
        assertThat(room(other)).isEqualTo(1);
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
        assertThat(room(slow)).isEqualTo(2);
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
    void whatIsClaimedAsSoonAsItsParkingIsCommittedIsNotARepeatOfWhatWasParked() {
        RecordingTicket parked = new RecordingTicket();
        Delivery delivery = Deliveries.fresh(slow, parked);
        lanes.submit(delivery);
        threads.removeFirst().run();
        RecordingTicket claimed = new RecordingTicket();
        lanes.submit(Deliveries.waiting(delivery, claimed));
        attempted.getFirst().ticket().recorded();
        assertThat(threads).as("the claimed one is sent on its own").hasSize(1);
        assertThat(parked.timesRecorded()).isEqualTo(1);
        assertThat(claimed.timesRecorded()).isZero();
        RecordingTicket claimedAgain = new RecordingTicket();
        lanes.submit(Deliveries.waiting(delivery, claimedAgain));
        threads.removeFirst().run();
        assertThat(threads).as("a lease that ran out makes a repeat").isEmpty();
        attempted.getLast().ticket().recorded();
        assertThat(claimed.timesRecorded()).isEqualTo(1);
        assertThat(claimedAgain.timesRecorded()).isEqualTo(1);
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

    @Test
    void whatWaitsTooLongForItsEndpointIsParkedAndSoIsWhatComesUntilTheBacklogIsDrained() {
        submit(slow, 4);
        now.updateAndGet(time -> time.plusMillis(1500));
        assertThat(lanes.park(Duration.ZERO)).hasSize(2);
        assertThat(lanes.queued()).isZero();
        report = new AttemptReport(Result.SUCCEEDED, Duration.ofMillis(1500));
        threads.removeFirst().run();
        threads.removeFirst().run();
        submit(slow, 1);
        assertThat(threads).as("it must not overtake the backlog").isEmpty();
        assertThat(lanes.park(Duration.ZERO)).hasSize(1);
        lanes.drained(slow);
        submit(slow, 1);
        assertThat(threads).hasSize(1);
    }

    @Test
    void whatIsClaimedFromTheBacklogStartsWhileTheLaneParks() {
        submit(slow, 4);
        now.updateAndGet(time -> time.plusMillis(1500));
        assertThat(lanes.park(Duration.ZERO)).hasSize(2);
        threads.removeFirst().run();
        threads.removeFirst().run();
        lanes.submit(Deliveries.claimed(slow, new RecordingTicket()));
        assertThat(threads).hasSize(1);
    }

    @Test
    void whatQueuedBehindABacklogStartsWhenThatIsDrained() {
        submit(slow, 4);
        now.updateAndGet(time -> time.plusMillis(1500));
        assertThat(lanes.park(Duration.ZERO)).hasSize(2);
        threads.removeFirst().run();
        threads.removeFirst().run();
        submit(slow, 1);
        lanes.drained(slow);
        assertThat(threads).hasSize(1);
        assertThat(lanes.queued()).isZero();
    }

    @Test
    void anEndpointThatHasToShowThatItIsWellBeginsWithOneAndGrows() {
        CircuitFixtures.open(circuits, other);
        submit(other, 4);
        assertThat(threads).hasSize(1);
        threads.removeFirst().run();
        assertThat(attempted).hasSize(3);
        assertThat(threads).as("success made room for a second one").hasSize(1);
    }

    @Test
    void anEndpointThatHasToShowThatItIsWellIsGivenOneAtATime() {
        CircuitFixtures.open(circuits, other);
        assertThat(room(other)).as("no lane yet").isEqualTo(1);
        submit(other, 1);
        assertThat(room(other)).as("one is in flight").isZero();

        submit(slow, 1);
        CircuitFixtures.open(circuits, slow);
        assertThat(room(slow))
                .as("its lane took more while its circuit was closed")
                .isZero();
        threads.removeLast().run();
        assertThat(lanes.room(slow, Duration.ofMillis(300), 10).deliveries()).isEqualTo(1);
    }

    @Test
    void aSlowEndpointIsGivenNoMoreThanItsFreePlacesAndAFastOneMoreThanThose() {
        report = new AttemptReport(Result.SUCCEEDED, Duration.ofMillis(5));
        submit(slow, 3);
        threads.removeFirst().run();
        assertThat(lanes.room(slow, Duration.ofMillis(300), 10).deliveries())
                .as("one in flight, each place good for ten")
                .isEqualTo(19);
        now.updateAndGet(time -> time.plusSeconds(3));
        assertThat(lanes.room(slow, Duration.ofMillis(300), 10).deliveries())
                .as("the one in flight hangs")
                .isEqualTo(1);
    }

    @Test
    void nothingStartsWhileTooMuchIsUnderWayAndNoneOfThatWaitIsTheEndpoints() {
        EndpointId[] endpoints = new EndpointId[6];
        for (int i = 0; i < endpoints.length; i++) {
            endpoints[i] = Deliveries.endpoint();
            submit(endpoints[i], 4);
        }
        assertThat(threads).as("five lanes fill the bound of ten").hasSize(10);
        now.updateAndGet(time -> time.plusMillis(600));
        lanes.resume();
        assertThat(threads).as("they began lately").hasSize(10);
        now.updateAndGet(time -> time.plusMillis(600));
        lanes.resume();
        assertThat(threads).as("endpoints that hang leave the bound to others").hasSize(12);
        now.updateAndGet(time -> time.plusMillis(800));
        assertThat(lanes.park(Duration.ZERO))
                .as("the sixth was held for all but the last 800 ms")
                .extracting(parking -> parking.delivery().endpoint())
                .hasSize(10)
                .doesNotContain(endpoints[5]);
    }

    @Test
    void anAccountWhoseEndpointsHangLeavesPlacesToOthersAndIsParkedBeyondItsShare() {
        Lanes crowded = crowded();
        AccountId greedy = new AccountId(UUID.randomUUID());
        for (int i = 0; i < 20; i++) {
            crowded.submit(Deliveries.fresh(Deliveries.endpoint(), greedy, new RecordingTicket()));
        }
        assertThat(threads).as("three times what is left of twelve").hasSize(9);
        assertThat(crowded.park(Duration.ZERO))
                .as("at once, without an attempt")
                .hasSize(11);

        for (int i = 0; i < 2; i++) {
            crowded.submit(Deliveries.fresh(Deliveries.endpoint(), new RecordingTicket()));
        }
        assertThat(threads).as("each of another account").hasSize(11);
        assertThat(crowded.park(Duration.ZERO)).isEmpty();

        now.updateAndGet(time -> time.plusSeconds(3));
        assertThat(crowded.overloaded()).as("requests that hang are not load").isFalse();
        assertThat(crowded.relaxed()).isTrue();
    }

    @Test
    void whatWasParkedForItsAccountIsNotClaimedBeforeThereIsAPlace() {
        Lanes crowded = crowded();
        AccountId greedy = new AccountId(UUID.randomUUID());
        List<EndpointId> endpoints =
                Stream.generate(Deliveries::endpoint).limit(10).toList();
        endpoints.forEach(endpoint -> crowded.submit(Deliveries.fresh(endpoint, greedy, new RecordingTicket())));
        assertThat(crowded.park(Duration.ZERO)).hasSize(1);
        EndpointId parked = endpoints.getLast();
        assertThat(crowded.room(parked, Duration.ofMillis(300), 1).deliveries()).isZero();

        threads.removeFirst().run();
        assertThat(crowded.room(parked, Duration.ofMillis(300), 1).deliveries()).isPositive();
    }

    @Test
    void whatIsParkedForItsAccountSaysSoThoughAPlaceIsFreeWhenItLeavesItsLane() {
        Lanes crowded = crowded();
        AccountId greedy = new AccountId(UUID.randomUUID());
        for (int i = 0; i < 10; i++) {
            crowded.submit(Deliveries.fresh(Deliveries.endpoint(), greedy, new RecordingTicket()));
        }
        threads.removeFirst().run();
        assertThat(crowded.beyondShare(greedy)).isFalse();

        assertThat(crowded.park(Duration.ZERO))
                .extracting(Parking::reason)
                .containsExactly(Outcome.Parked.Reason.ACCOUNT_SHARE);
    }

    @Test
    void theWorkersOwnDelayIsNotTheEndpoints() {
        report = new AttemptReport(Result.SUCCEEDED, Duration.ofMillis(900));
        submit(slow, 6);
        threads.removeFirst().run();
        submit(slow, 6);
        now.updateAndGet(time -> time.plusMillis(1100));
        assertThat(lanes.park(Duration.ofSeconds(1)))
                .as("the worker kept threads waiting for as long as exchanges took")
                .isEmpty();
        assertThat(lanes.park(Duration.ZERO)).isNotEmpty();
    }

    /** Twelve places in flight. */
    private Lanes crowded() {
        return new Lanes(
                new LaneProperties(2, 100, 12, Duration.ofSeconds(1), Duration.ofMillis(200)),
                circuits,
                new Unrecorded(
                        new OutcomeProperties(500, Duration.ofMillis(50), 4000, 1000, Duration.ofMillis(500)),
                        now::get),
                this::attempt,
                threads::add,
                now::get);
    }

    private int room(EndpointId endpoint) {
        return lanes.room(endpoint, Duration.ofMillis(300), 1).deliveries();
    }

    private AttemptReport attempt(Delivery delivery) {
        attempted.add(delivery);
        return report;
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
