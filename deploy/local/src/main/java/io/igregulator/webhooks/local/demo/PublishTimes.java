package io.igregulator.webhooks.local.demo;

import io.igregulator.webhooks.id.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** When each of the last events was handed to Kafka. */
final class PublishTimes {
    private static final int KEPT = 20_000;

    private final Map<String, Instant> times = new LinkedHashMap<>();

    synchronized void published(EventId event, Instant at) {
        times.put(event.toString(), at);
        if (times.size() > KEPT) {
            times.remove(times.keySet().iterator().next());
        }
    }

    synchronized Optional<Duration> since(String eventId, Instant now) {
        return Optional.ofNullable(times.get(eventId)).map(at -> Duration.between(at, now));
    }
}
