package io.igregulator.webhooks.loop;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when a loop's thread is gone, its last round failed, or none ended for too long. */
public final class LoopHealth implements HealthIndicator {
    private final SupervisedLoop loop;
    private final StuckAfter limit;

    public LoopHealth(SupervisedLoop loop, StuckAfter limit) {
        this.loop = loop;
        this.limit = limit;
    }

    @Override
    public Health health() {
        Health.Builder health = loop.healthy(limit.duration()) ? Health.up() : Health.down();
        return health.withDetail("lastRound", loop.lastAlive().toString()).build();
    }
}
