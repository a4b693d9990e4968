package io.igregulator.webhooks.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SupervisedLoopTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    private final InstantSource clock = now::get;
    private SupervisedLoop loop = loop(signal -> {});

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void isHealthyWhileItsRoundsEnd() {
        AtomicInteger rounds = new AtomicInteger();
        loop = loop(signal -> {
            while (signal.running()) {
                signal.alive();
                rounds.incrementAndGet();
                signal.pause(Duration.ofMillis(5));
            }
        });
        loop.start();
        await().until(() -> rounds.get() > 2);
        assertThat(loop.healthy(LIMIT)).isTrue();
    }

    @Test
    void isNotHealthyWhenARoundTakesTooLong() {
        CountDownLatch stuck = new CountDownLatch(1);
        loop = loop(signal -> {
            signal.alive();
            stuck.await();
        });
        loop.start();
        await().until(() -> loop.healthy(LIMIT));
        now.updateAndGet(instant -> instant.plus(LIMIT));
        assertThat(loop.healthy(LIMIT)).isFalse();
        stuck.countDown();
    }

    @Test
    void isNotHealthyBeforeItStartedOrAfterItStopped() {
        loop = loop(signal -> {
            while (signal.running()) {
                signal.alive();
                signal.pause(Duration.ofMillis(5));
            }
        });
        assertThat(loop.healthy(LIMIT)).isFalse();
        loop.start();
        await().until(() -> loop.healthy(LIMIT));
        loop.stop();
        assertThat(loop.healthy(LIMIT)).isFalse();
    }

    @Test
    void aFailureIsNotHealthyAndTheLoopStartsAgain() {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch seen = new CountDownLatch(1);
        loop = loop(signal -> {
            if (runs.incrementAndGet() == 1) {
                throw new AssertionError("even an Error must not end the loop");
            }
            seen.await();
            signal.alive();
        });
        loop.start();
        await().until(() -> runs.get() == 1 && !loop.healthy(LIMIT));
        await().until(() -> runs.get() == 2);
        seen.countDown();
        await().until(() -> loop.healthy(LIMIT));
    }

    @Test
    void worksWithoutAPauseWhileThereIsMore() {
        AtomicInteger ticks = new AtomicInteger();
        loop = loop(SupervisedLoop.every(Duration.ofHours(1), () -> ticks.incrementAndGet() < 3));
        loop.start();
        await().until(() -> ticks.get() == 3);
        loop.stop();
        assertThat(ticks).hasValue(3);
    }

    @Test
    void pausesAsLongAsARoundReturns() {
        AtomicInteger rounds = new AtomicInteger();
        loop = loop(SupervisedLoop.pausing(
                () -> rounds.incrementAndGet() < 3 ? Duration.ofMillis(1) : Duration.ofHours(1)));
        loop.start();
        await().until(() -> rounds.get() == 3);
        loop.stop();
        assertThat(rounds).hasValue(3);
    }

    @Test
    void repeatsWithAPauseBetween() {
        AtomicInteger rounds = new AtomicInteger();
        loop = loop(SupervisedLoop.repeating(Duration.ofMillis(5), rounds::incrementAndGet));
        loop.start();
        await().until(() -> rounds.get() > 2);
        assertThat(loop.healthy(LIMIT)).isTrue();
    }

    @Test
    void anInterruptibleOneStopsWhateverItWaitsFor() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicReference<Thread> thread = new AtomicReference<>();
        loop = SupervisedLoop.interruptible(
                "test-loop",
                signal -> {
                    thread.set(Thread.currentThread());
                    started.countDown();
                    never.await();
                },
                0,
                clock);
        loop.start();
        await().until(() -> started.getCount() == 0);
        loop.stop();
        assertThat(thread.get().isAlive()).isFalse();
        assertThat(loop.isRunning()).isFalse();
    }

    private SupervisedLoop loop(SupervisedLoop.Body body) {
        return new SupervisedLoop("test-loop", body, 0, clock);
    }
}
