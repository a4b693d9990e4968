package io.igregulator.webhooks.worker.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.breaker.Circuit.Change;
import io.igregulator.webhooks.worker.breaker.Permission.Granted;
import io.igregulator.webhooks.worker.breaker.Permission.Refused;
import io.igregulator.webhooks.worker.fixture.Deliveries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CircuitsTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final List<Change> changes = new ArrayList<>();
    private final Circuits circuits = new Circuits(CircuitFixtures.PROPERTIES, now::get, changes::add);
    private final EndpointId endpoint = Deliveries.endpoint();

    @Test
    void staysClosedBelowTheMinimumOfAttempts() {
        fail(9);
        assertThat(circuits.ask(endpoint)).isInstanceOf(Granted.class);
        assertThat(changes).isEmpty();
    }

    @Test
    void opensWhenHalfOfTheWindowFailedAndSaysUntilWhen() {
        fail(10);
        assertThat(circuits.ask(endpoint)).isEqualTo(new Refused(START.plusSeconds(30)));
        assertThat(circuits.openUntil(endpoint)).contains(START.plusSeconds(30));
        assertThat(circuits.closed(endpoint)).isFalse();
        assertThat(changes)
                .containsExactly(
                        new Change.Opened(new CircuitState(endpoint, 3, START, 1, START.plusSeconds(30), "http_500")));
    }

    @Test
    void staysClosedWhileMostAttemptsSucceed() {
        fail(1);
        for (int i = 0; i < 50; i++) {
            circuits.succeeded(endpoint);
            circuits.succeeded(endpoint);
            fail(1);
        }
        assertThat(circuits.closed(endpoint)).isTrue();
    }

    @Test
    void aSuccessThatCompletesABadSampleOpensItTooAndItClosesAgain() {
        fail(9);
        circuits.succeeded(endpoint);
        assertThat(circuits.ask(endpoint)).isEqualTo(new Refused(START.plusSeconds(30)));
        assertThat(changes)
                .containsExactly(
                        new Change.Opened(new CircuitState(endpoint, 3, START, 1, START.plusSeconds(30), "http_500")));
        now.set(START.plusSeconds(30));
        assertThat(circuits.ask(endpoint)).isInstanceOf(Granted.class);
        circuits.succeeded(endpoint);
        assertThat(circuits.ask(endpoint)).isInstanceOf(Granted.class);
        assertThat(changes).last().isEqualTo(new Change.Closed(endpoint));
    }

    @Test
    void letsOneProbeThroughAtATimeAndClosesWhenItSucceeds() {
        fail(10);
        now.set(START.plusSeconds(30));
        assertThat(circuits.openUntil(endpoint)).isEmpty();
        assertThat(circuits.ask(endpoint)).isInstanceOf(Granted.class);
        assertThat(circuits.ask(endpoint)).isInstanceOf(Refused.class);
        assertThat(circuits.halfOpen()).isEqualTo(1);
        circuits.succeeded(endpoint);
        assertThat(circuits.ask(endpoint)).isInstanceOf(Granted.class);
        assertThat(circuits.closed(endpoint)).isTrue();
        assertThat(changes).last().isEqualTo(new Change.Closed(endpoint));
    }

    @Test
    void probesAtOnceWhenItsOwnerWantsItAndWaitsAsAfterAnyProbeWhenThatFails() {
        fail(10);

        circuits.tryNow(endpoint, 3);

        assertThat(circuits.openUntil(endpoint)).isEmpty();
        assertThat(circuits.catchingUp(endpoint)).isTrue();
        assertThat(circuits.ask(endpoint)).isInstanceOf(Granted.class);
        assertThat(circuits.ask(endpoint)).isInstanceOf(Refused.class);
        fail(1);
        assertThat(circuits.openUntil(endpoint)).contains(START.plusSeconds(60));
        assertThat(circuits.catchingUp(endpoint)).isFalse();
    }

    @Test
    void catchesUpUntilAnAttemptFailsOrNothingIsLeft() {
        circuits.tryNow(endpoint, 3);
        assertThat(circuits.closed(endpoint)).as("one at a time").isFalse();

        circuits.succeeded(endpoint);

        assertThat(circuits.closed(endpoint)).isTrue();
        assertThat(circuits.catchingUp(endpoint)).isTrue();
        fail(1);
        assertThat(circuits.catchingUp(endpoint)).isFalse();
        circuits.tryNow(endpoint, 3);
        circuits.caughtUp(endpoint);
        assertThat(circuits.catchingUp(endpoint)).isFalse();
        circuits.tryNow(endpoint, 3);
        circuits.forget(Set.of(3));
        assertThat(circuits.catchingUp(endpoint)).isFalse();
    }

    @Test
    void aProbeThatWasNotUsedCanBeUsedByAnother() {
        fail(10);
        now.set(START.plusSeconds(30));
        assertThat(circuits.ask(endpoint)).isInstanceOf(Granted.class);
        circuits.giveBack(endpoint);
        assertThat(circuits.ask(endpoint)).isInstanceOf(Granted.class);
    }

    @Test
    void waitsTwiceAsLongAfterEachProbeThatFailsUpToTheLongest() {
        fail(10);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Instant probeAt = circuits.openUntil(endpoint).orElseThrow();
            waits.add(Duration.between(now.get(), probeAt));
            now.set(probeAt);
            assertThat(circuits.ask(endpoint)).isInstanceOf(Granted.class);
            fail(1);
        }
        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(8),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(10));
        assertThat(changes)
                .last()
                .satisfies(change -> assertThat(((Change.Opened) change).state().openedAt())
                        .as("since the first opening")
                        .isEqualTo(START));
    }

    @Test
    void goesOnWhereAnotherWorkerStood() {
        circuits.restore(
                List.of(new CircuitState(endpoint, 3, START.minusSeconds(600), 4, START.plusSeconds(90), "timeout")));
        assertThat(circuits.ask(endpoint)).isEqualTo(new Refused(START.plusSeconds(90)));
        now.set(START.plusSeconds(90));
        assertThat(circuits.ask(endpoint)).isInstanceOf(Granted.class);
        fail(1);
        assertThat(circuits.openUntil(endpoint)).contains(START.plusSeconds(90 + 480));
    }

    @Test
    void forgetsTheShardsThatAnotherWorkerGoesOnWith() {
        fail(10);
        circuits.forget(Set.of(4));
        assertThat(circuits.closed(endpoint)).isFalse();
        circuits.forget(Set.of(3));
        assertThat(circuits.closed(endpoint)).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            circuits.failed(endpoint, 3, "http_500");
        }
    }
}
