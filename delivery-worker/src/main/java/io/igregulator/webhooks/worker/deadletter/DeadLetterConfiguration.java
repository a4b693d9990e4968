package io.igregulator.webhooks.worker.deadletter;

import io.igregulator.webhooks.worker.producer.RenewableProducer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The producer of dead letters: few records, each worth waiting for. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {
    // Kafka measures a record compressed, the producer before that: leave the decision to Kafka.
    private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;

    @Bean
    DeadLetters deadLetters(KafkaProperties kafka, MeterRegistry meters) {
        var producers = RenewableProducer.of(
                kafka.buildProducerProperties(),
                Map.of(
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "webhook-dead-letters",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        MAX_REQUEST_BYTES,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        30_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000));
        return new DeadLetters(producers, meters);
    }
}
