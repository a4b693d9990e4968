package io.igregulator.webhooks.worker.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The producer of dead letters: few records, each worth waiting for. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {
    @Bean
    Producer<byte[], byte[]> deadLetterProducer(KafkaProperties properties) {
        Map<String, Object> settings = new HashMap<>(properties.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    DeadLetters deadLetters(Producer<byte[], byte[]> deadLetterProducer, MeterRegistry meters) {
        return new DeadLetters(deadLetterProducer, meters);
    }
}
