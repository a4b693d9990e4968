package io.igregulator.webhooks.api.outbox;

import io.igregulator.webhooks.loop.SupervisedLoop;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether committed changes still reach Kafka; a relay that stands by while another publishes is healthy. */
final class OutboxRelayHealthIndicator implements HealthIndicator {
    private final SupervisedLoop relay;
    private final RelayProgress progress;
    private final Duration staleAfter;

    OutboxRelayHealthIndicator(SupervisedLoop relay, RelayProgress progress, RelayProperties properties) {
        this.relay = relay;
        this.progress = progress;
        this.staleAfter = properties.staleAfter();
    }

    @Override
    public Health health() {
        boolean alive = relay.isRunning();
        Duration sinceSuccess = progress.sinceSuccess();
        Health.Builder health = alive && sinceSuccess.compareTo(staleAfter) < 0 ? Health.up() : Health.down();
        health.withDetail("threadAlive", alive)
                .withDetail("role", progress.role())
                .withDetail("secondsSinceGoodRound", sinceSuccess.toSeconds());
        Throwable failure = progress.failure();
        if (failure != null) {
            health.withDetail("failure", failure.getClass().getSimpleName());
        }
        return health.build();
    }
}
