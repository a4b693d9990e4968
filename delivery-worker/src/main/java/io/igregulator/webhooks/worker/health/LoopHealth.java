package io.igregulator.webhooks.worker.health;

import io.igregulator.webhooks.worker.loop.SupervisedLoop;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when a loop's thread is gone, its last round failed, or none ended for too long. */
final class LoopHealth implements HealthIndicator {
    private final SupervisedLoop loop;
    private final Duration stuckAfter;

    LoopHealth(SupervisedLoop loop, Duration stuckAfter) {
        this.loop = loop;
        this.stuckAfter = stuckAfter;
    }

    @Override
    public Health health() {
        Health.Builder health = loop.healthy(stuckAfter) ? Health.up() : Health.down();
        return health.withDetail("lastRound", loop.lastAlive().toString()).build();
    }
}
