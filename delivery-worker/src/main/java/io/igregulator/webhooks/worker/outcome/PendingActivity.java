package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.id.EndpointId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Figures of endpoints that wait to be written. Successes, which change little, wait for more of them, so that an endpoint's
 * row is written once a second rather than with each batch; all else is written at once, with what waits of its endpoint.
 */
final class PendingActivity {
    /** With the longest pause between two looks less than the second that a crash may lose. */
    private static final Duration MAX_AGE = Duration.ofMillis(800);

    private final Map<EndpointId, EndpointActivity> pending = new HashMap<>();
    private Instant since = Instant.EPOCH;

    /** What is to be written with a batch. Nothing is remembered before {@link #written}: the batch may come again. */
    List<EndpointActivity> due(Collection<EndpointActivity> batch, Instant now) {
        if (old(now)) {
            Map<EndpointId, EndpointActivity> all = new HashMap<>(pending);
            batch.forEach(activity -> all.merge(activity.endpoint(), activity, EndpointActivity::then));
            return List.copyOf(all.values());
        }
        return batch.stream()
                .filter(EndpointActivity::urgent)
                .map(this::withPending)
                .toList();
    }

    /** The batch is committed, and with it what was due; the rest of it waits. */
    void written(Collection<EndpointActivity> batch, List<EndpointActivity> due, Instant now) {
        Set<EndpointId> written = due.stream().map(EndpointActivity::endpoint).collect(Collectors.toSet());
        pending.keySet().removeAll(written);
        if (pending.isEmpty()) {
            since = now;
        }
        batch.stream()
                .filter(activity -> !written.contains(activity.endpoint()))
                .forEach(activity -> pending.merge(activity.endpoint(), activity, EndpointActivity::then));
    }

    /** All that waits, whatever its age. */
    List<EndpointActivity> all() {
        return List.copyOf(pending.values());
    }

    private EndpointActivity withPending(EndpointActivity activity) {
        EndpointActivity earlier = pending.get(activity.endpoint());
        return earlier == null ? activity : earlier.then(activity);
    }

    private boolean old(Instant now) {
        return !pending.isEmpty() && Duration.between(since, now).abs().compareTo(MAX_AGE) >= 0;
    }
}
