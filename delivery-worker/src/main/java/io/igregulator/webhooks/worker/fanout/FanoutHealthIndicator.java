package io.igregulator.webhooks.worker.fanout;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether events still become deliveries: consuming, polling lately, and not stuck at a failing batch. */
final class FanoutHealthIndicator implements HealthIndicator {
    private final Fanout fanout;
    private final FanoutProgress progress;
    private final Duration staleAfter;

    FanoutHealthIndicator(Fanout fanout, FanoutProgress progress, FanoutProperties properties) {
        this.fanout = fanout;
        this.progress = progress;
        this.staleAfter = properties.staleAfter();
    }

    @Override
    public Health health() {
        Duration sinceSign = progress.sinceSign();
        Throwable failure = progress.failure();
        boolean healthy = fanout.isConsuming() && failure == null && sinceSign.compareTo(staleAfter) < 0;
        Health.Builder health = (healthy ? Health.up() : Health.down())
                .withDetail("consuming", fanout.isConsuming())
                .withDetail("secondsSinceSignOfLife", sinceSign.toSeconds());
        String waitingFor = progress.waitingFor();
        if (waitingFor != null) {
            health.withDetail("waitingFor", waitingFor);
        }
        if (failure != null) {
            health.withDetail("failure", failure.getClass().getSimpleName());
        }
        return health.build();
    }
}
