package io.igregulator.webhooks.loop;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Part of liveness: down while a loop's thread is gone or silent although PostgreSQL and Kafka answer. Only a new process ends
 * that. Where one of the two is away, a loop may wait for it, and a restart of all processes would add to the outage.
 */
public final class LoopsAlive implements HealthIndicator {
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final List<SupervisedLoop> loops;
    private final Surroundings surroundings;

    public LoopsAlive(List<SupervisedLoop> loops, Surroundings surroundings) {
        this.loops = List.copyOf(loops);
        this.surroundings = surroundings;
    }

    @Override
    public Health health() {
        List<String> wedged = loops.stream()
                .filter(loop -> loop.wedged(SILENCE))
                .map(SupervisedLoop::name)
                .toList();
        if (wedged.isEmpty()) {
            return Health.up().build();
        }
        Health.Builder health = surroundings.answer() ? Health.down() : Health.up();
        return health.withDetail("silent", wedged).build();
    }
}
