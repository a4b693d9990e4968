package io.igregulator.webhooks.worker.breaker;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints whose deliveries are sent before their time, because their owner says that the receiver works: one at first, the
 * others once it was delivered, and none after an attempt that failed. A worker that stops forgets them: what it has not
 * sent keeps its own time.
 */
final class CatchUps {
    /** Those of endpoints that were deleted. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final Cache<EndpointId, CatchUp> all =
            Caffeine.newBuilder().expireAfterAccess(FORGOTTEN_AFTER).build();

    /** @param proven whether a delivery has shown that the receiver works */
    private record CatchUp(int shard, boolean proven) {}

    void begin(EndpointId endpoint, int shard) {
        all.put(endpoint, new CatchUp(shard, false));
    }

    /** Returns whether this is the first success, which shows that the receiver works. */
    boolean succeeded(EndpointId endpoint) {
        @Nullable CatchUp catchUp = all.getIfPresent(endpoint);
        return catchUp != null
                && !catchUp.proven()
                && all.asMap().replace(endpoint, catchUp, new CatchUp(catchUp.shard(), true));
    }

    /** After a failed attempt, and when nothing is left to be sent before its time. */
    void end(EndpointId endpoint) {
        all.invalidate(endpoint);
    }

    boolean underWay(EndpointId endpoint) {
        return all.getIfPresent(endpoint) != null;
    }

    /** Whether the first delivery is still to show that the receiver works. */
    boolean unproven(EndpointId endpoint) {
        @Nullable CatchUp catchUp = all.getIfPresent(endpoint);
        return catchUp != null && !catchUp.proven();
    }

    void forget(Collection<Integer> shards) {
        all.asMap().values().removeIf(catchUp -> shards.contains(catchUp.shard()));
    }
}
