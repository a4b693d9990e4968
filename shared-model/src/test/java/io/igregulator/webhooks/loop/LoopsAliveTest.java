package io.igregulator.webhooks.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class LoopsAliveTest {
    private static final Duration BEYOND = Duration.ofMinutes(5).plusSeconds(1);

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final String LOOP = "test";

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicReference<Instant> loopsNow = new AtomicReference<>(START);

    /** The loop's thread has its own time: whenever it gets to run, it does so at the start. */
    private final InstantSource clock = () -> (Thread.currentThread().getName().equals(LOOP) ? loopsNow : now).get();

    private final AtomicBoolean answering = new AtomicBoolean(true);
    private final CountDownLatch wedge = new CountDownLatch(1);
    private final Surroundings surroundings = new Surroundings(
            List.of(() -> {
                if (!answering.get()) {
                    throw new IllegalStateException("away");
                }
            }),
            Runnable::run,
            clock);
    private SupervisedLoop loop = loop(signal -> {});

    @AfterEach
    void stop() {
        wedge.countDown();
        loop.stop();
    }

    @Test
    void aSilentLoopCountsAfterFiveMinutesAndWhileAllElseAnswers() {
        start(signal -> {
            signal.alive();
            wedge.await();
        });
        assertThat(status()).isEqualTo(Status.UP);

        pass(Duration.ofMinutes(5));
        assertThat(status()).isEqualTo(Status.UP);
        pass(Duration.ofSeconds(1));
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void aSilentLoopDoesNotCountWhileWhatItWaitsForIsAway() {
        start(signal -> wedge.await());
        pass(BEYOND);
        answering.set(false);
        assertThat(status()).isEqualTo(Status.UP);

        answering.set(true);
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void anAnswerOfLongAgoDoesNotCount() {
        start(signal -> wedge.await());
        pass(BEYOND);
        assertThat(status()).isEqualTo(Status.DOWN);

        answering.set(false);
        pass(Duration.ofSeconds(30));
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void aPauseThatWasAnnouncedIsNotSilence() {
        start(signal -> {
            signal.alive();
            signal.pause(Duration.ofMinutes(10));
        });
        pass(Duration.ofMinutes(15));
        await().until(() -> status().equals(Status.UP));

        pass(Duration.ofSeconds(1));
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void aLoopThatFailsAgainAndAgainIsHeardOf() {
        start(signal -> {
            throw new IllegalStateException("always");
        });
        pass(BEYOND);
        loopsNow.set(now.get());
        await().atMost(Duration.ofSeconds(10)).until(() -> status().equals(Status.UP));
    }

    @Test
    void aThreadThatIsGoneCountsAtOnceAndOneThatWasNotStartedOrWasStoppedDoesNot() {
        assertThat(status()).isEqualTo(Status.UP);
        start(signal -> {
            throw new InterruptedException();
        });
        await().until(() -> status().equals(Status.DOWN));

        loop.stop();
        assertThat(status()).isEqualTo(Status.UP);
    }

    private void start(SupervisedLoop.Body body) {
        loop = loop(body);
        loop.start();
    }

    private Status status() {
        return new LoopsAlive(List.of(loop), surroundings).health().getStatus();
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private SupervisedLoop loop(SupervisedLoop.Body body) {
        return new SupervisedLoop(LOOP, body, Phases.APART, clock);
    }
}
