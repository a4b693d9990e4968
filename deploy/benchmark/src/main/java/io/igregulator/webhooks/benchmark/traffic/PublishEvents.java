package io.igregulator.webhooks.benchmark.traffic;

import io.igregulator.webhooks.benchmark.receive.Clock;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.stack.event.EventPublisher;
import io.igregulator.webhooks.topic.Topics;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Publishes events as an upstream system does; each carries its number in the run inside its id. */
public final class PublishEvents implements AutoCloseable {
    private static final long SALT_BITS = 0xFFFF_FF00_0000_0000L;
    private static final long NUMBER_BITS = 0xFFFF_FFFFL;

    private final EventPublisher kafka;
    private final EventBodies bodies;
    private final RandomGenerator random;
    private final Published published = new Published();
    private final int groups;

    public PublishEvents(String bootstrapServers, EventBodies bodies, int groups, RandomGenerator random) {
        this.kafka = new EventPublisher(bootstrapServers);
        this.bodies = bodies;
        this.groups = groups;
        this.random = random;
    }

    public void publishNow() {
        publish(Clock.nanos());
    }

    /** @param intendedNanos when it was to be published: what is late because of the machine counts as latency */
    public void publish(long intendedNanos) {
        int group = random.nextInt(groups);
        int number = published.add(intendedNanos, group);
        var at = Instant.ofEpochSecond(0, intendedNanos);
        var id = new EventId(new UUID(
                (at.toEpochMilli() << 16) | (random.nextLong() & 0xFFFF),
                (random.nextLong() & SALT_BITS) | (number & NUMBER_BITS)));
        var _ = kafka.publish(Topics.LICENSE_EVENTS, "licence-" + number, bodies.body(id, at, group));
    }

    public Published published() {
        return published;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
