package io.igregulator.webhooks.worker.deadletter;

import io.igregulator.webhooks.worker.producer.RenewableProducer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;

/** Makes the one writer of dead letters. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {
    // Kafka measures a record compressed, the producer before that: leave the decision to Kafka.
    private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;

    @Bean
    DeadLetterWriter deadLetterWriter(ProducerFactory<?, ?> kafka, MeterRegistry meters) {
        return new DeadLetterWriter(RenewableProducer.of(kafka.getConfigurationProperties(), settings()), meters);
    }

    static Map<String, Object> settings() {
        return Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                "webhook-dead-letters",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MAX_REQUEST_BYTES);
    }
}
