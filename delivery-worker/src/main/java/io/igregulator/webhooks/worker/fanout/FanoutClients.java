package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.worker.kafka.ClientMeters;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/** Shows the consumers that the container makes, for as long as it has them. */
final class FanoutClients implements ConsumerFactory.Listener<byte[], byte[]> {
    private final ClientMeters meters;
    private final Map<String, KafkaClientMetrics> bound = new ConcurrentHashMap<>();

    FanoutClients(ClientMeters meters) {
        this.meters = meters;
    }

    @Override
    public void consumerAdded(String id, Consumer<byte[], byte[]> consumer) {
        bound.put(id, meters.of(consumer));
    }

    @Override
    public void consumerRemoved(@Nullable String id, Consumer<byte[], byte[]> consumer) {
        @Nullable KafkaClientMetrics metrics = id == null ? null : bound.remove(id);
        if (metrics != null) {
            metrics.close();
        }
    }
}
