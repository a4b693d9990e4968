package io.igregulator.webhooks.api.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What the relay's thread last achieved, for its health indicator. */
final class RelayProgress {
    /** What a relay is to the others. */
    enum Role {
        /** Has not yet reached PostgreSQL, or lost it. */
        DISCONNECTED,
        /** Another one publishes. */
        STANDBY,
        /** The one that publishes. */
        LEADER
    }

    private final InstantSource clock;
    private volatile Instant lastSuccess;
    private volatile Role role = Role.DISCONNECTED;
    private volatile @Nullable Throwable failure;

    RelayProgress(InstantSource clock) {
        this.clock = clock;
        this.lastSuccess = clock.instant();
    }

    void succeededAs(Role current) {
        lastSuccess = clock.instant();
        role = current;
        failure = null;
    }

    void failed(Throwable cause) {
        role = Role.DISCONNECTED;
        failure = cause;
    }

    Role role() {
        return role;
    }

    /** Why the last round failed, if it did. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Since the last good round, or since there is a relay at all. */
    Duration sinceSuccess() {
        return Duration.between(lastSuccess, clock.instant());
    }
}
