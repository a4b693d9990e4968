package io.igregulator.webhooks.worker.fanout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The last signs of life of fan-out, for its health indicator. */
final class FanoutProgress {
    private final InstantSource clock;
    private volatile Instant lastSign;
    private volatile @Nullable String waitingFor;
    private volatile @Nullable Throwable failure;

    FanoutProgress(InstantSource clock) {
        this.clock = clock;
        this.lastSign = clock.instant();
    }

    /** A batch went through. */
    void succeeded() {
        lastSign = clock.instant();
        failure = null;
    }

    /** A poll found nothing, so no batch is being repeated: one that failed may have gone to another worker. */
    void idle() {
        succeeded();
    }

    void failed(Throwable cause) {
        lastSign = clock.instant();
        failure = cause;
    }

    /** @param reason why consuming has not started, null once it has */
    void waitsFor(@Nullable String reason) {
        lastSign = clock.instant();
        waitingFor = reason;
    }

    Duration sinceSign() {
        return Duration.between(lastSign, clock.instant());
    }

    @Nullable
    String waitingFor() {
        return waitingFor;
    }

    /** Why the current batch has not gone through yet, if it has not. */
    @Nullable
    Throwable failure() {
        return failure;
    }
}
