package io.igregulator.webhooks.worker.degraded;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Watches the share of failed attempts of each endpoint of this worker. Attempts are reported by one thread; what another
 * worker had found out is restored from any.
 */
public final class Degradation {
    private static final int MAX_ENDPOINTS = 200_000;

    private final DegradedProperties properties;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final Cache<EndpointId, FailureWindow> windows;
    /** Endpoints within an episode, with their shard. */
    private final Map<EndpointId, Integer> degraded = new ConcurrentHashMap<>();

    Degradation(DegradedProperties properties, RandomGenerator random, InstantSource clock) {
        this.properties = properties;
        this.random = random;
        this.clock = clock;
        this.windows = Caffeine.newBuilder()
                .maximumSize(MAX_ENDPOINTS)
                .expireAfterAccess(properties.window())
                .build();
    }

    /**
     * Counts one attempt.
     *
     * @param error null for a success
     * @return the episode that begins or ends with it
     */
    public Optional<Episode> attempted(EndpointId endpoint, int shard, @Nullable String error) {
        Instant now = clock.instant();
        FailureWindow window = windows.get(endpoint, id -> new FailureWindow(properties.window(), now));
        window.add(error != null, now);
        FailureShare share = window.share(now);
        if (share.total() < properties.minimumAttempts()) {
            return Optional.empty();
        }
        if (error != null && share.above(properties.share()) && degraded.putIfAbsent(endpoint, shard) == null) {
            return Optional.of(new Episode.Began(endpoint, shard, share, error, EventId.create(now, random), now));
        }
        if (!share.above(properties.rearmShare()) && degraded.remove(endpoint) != null) {
            return Optional.of(new Episode.Ended(endpoint));
        }
        return Optional.empty();
    }

    int endpoints() {
        return degraded.size();
    }

    void restore(Map<EndpointId, Integer> episodes) {
        episodes.forEach(degraded::putIfAbsent);
    }

    void forget(Collection<Integer> shards) {
        Set<Integer> gone = Set.copyOf(shards);
        degraded.values().removeIf(gone::contains);
    }
}
