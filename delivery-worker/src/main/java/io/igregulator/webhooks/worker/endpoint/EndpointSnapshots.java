package io.igregulator.webhooks.worker.endpoint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.igregulator.webhooks.id.EndpointId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cached endpoints. A record carries the version that fan-out read, so a cache that is behind reloads by itself; change
 * records only make that happen sooner.
 */
public final class EndpointSnapshots {
    private final LoadEndpoints endpoints;
    private final Cache<EndpointId, EndpointSnapshot> cache;

    EndpointSnapshots(LoadEndpoints endpoints, EndpointCacheProperties properties) {
        this.endpoints = endpoints;
        this.cache = Caffeine.newBuilder()
                .maximumSize(properties.maxSize())
                .expireAfterWrite(properties.maxAge())
                .build();
    }

    /** The endpoint at {@code version} or later; empty when it was deleted. */
    public Optional<EndpointSnapshot> atLeast(EndpointId id, long version) {
        @Nullable EndpointSnapshot cached = cache.getIfPresent(id);
        if (cached != null && cached.version() >= version) {
            return Optional.of(cached);
        }
        // compute() lets one thread load while the others of this endpoint wait for its answer.
        return Optional.ofNullable(cache.asMap()
                .compute(id, (key, present) -> isCurrent(present, version) ? present : endpoints.load(key)));
    }

    /** Forgets what is older than {@code version}. */
    void evictOlderThan(EndpointId id, long version) {
        cache.asMap().computeIfPresent(id, (key, present) -> present.version() < version ? null : present);
    }

    void evictAll() {
        cache.invalidateAll();
    }

    private static boolean isCurrent(@Nullable EndpointSnapshot present, long version) {
        return present != null && present.version() >= version;
    }
}
