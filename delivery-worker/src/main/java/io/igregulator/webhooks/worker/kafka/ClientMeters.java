package io.igregulator.webhooks.worker.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Shows what Kafka's clients measure of themselves, by client id; {@link ClientMeterFilter} says which of it. */
public final class ClientMeters {
    private final MeterRegistry registry;

    ClientMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @return to be closed with its client: another one with the same id may follow, and its meters would be taken for known */
    public KafkaClientMetrics of(Consumer<?, ?> consumer) {
        return bound(new KafkaClientMetrics(consumer, Tags.empty()));
    }

    /** @return what to do before the client is closed, for the same reason */
    public Runnable of(Producer<?, ?> producer) {
        return bound(new KafkaClientMetrics(producer, Tags.empty()))::close;
    }

    private KafkaClientMetrics bound(KafkaClientMetrics metrics) {
        metrics.bindTo(registry);
        return metrics;
    }
}
