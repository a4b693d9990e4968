package io.igregulator.webhooks.worker.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OwnDelayTest {
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final AtomicLong now = new AtomicLong();
    private final OwnDelay delay = new OwnDelay(threads::add, now::get);

    @Test
    void isWhatTheLastThreadHadToWait() {
        assertThat(delay.measure()).isZero();
        now.addAndGet(Duration.ofMillis(30).toNanos());
        threads.removeFirst().run();
        now.addAndGet(Duration.ofMillis(200).toNanos());

        assertThat(delay.measure()).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void growsWhileAThreadStillWaitsAndNoSecondIsStarted() {
        delay.measure();
        now.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(delay.measure()).isEqualTo(Duration.ofSeconds(2));
        assertThat(threads).hasSize(1);
    }
}
