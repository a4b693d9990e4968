package io.igregulator.webhooks.local.smoke;

import io.igregulator.webhooks.stack.receiver.ReceivedDelivery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything the receiver saw. */
final class Arrivals {
    private final Map<DeliveryKey, List<ReceivedDelivery>> attempts = new ConcurrentHashMap<>();

    void add(ReceivedDelivery delivery) {
        var key = new DeliveryKey(delivery.hook(), delivery.envelope().eventId());
        attempts.computeIfAbsent(key, _ -> new CopyOnWriteArrayList<>()).add(delivery);
    }

    Map<DeliveryKey, List<ReceivedDelivery>> byKey() {
        return Map.copyOf(attempts);
    }

    int attempts() {
        return attempts.values().stream().mapToInt(List::size).sum();
    }

    boolean acceptedAll(Collection<DeliveryKey> keys) {
        return keys.stream().allMatch(this::accepted);
    }

    private boolean accepted(DeliveryKey key) {
        return attempts.getOrDefault(key, List.of()).stream().anyMatch(ReceivedDelivery::accepted);
    }
}
