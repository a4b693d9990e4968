package io.igregulator.webhooks.worker.deadletter;

import io.igregulator.webhooks.kafka.RenewableProducer;
import io.igregulator.webhooks.worker.kafka.ClientMeters;
import io.igregulator.webhooks.worker.kafka.KafkaConnection;
import io.igregulator.webhooks.worker.kafka.ProducerSettings;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the dead letters together. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {
    @Bean
    DeadLetters deadLetters(KafkaConnection kafka, ClientMeters clients, MeterRegistry meters) {
        return new DeadLetters(RenewableProducer.of(ProducerSettings.deadLetters(kafka), clients::of), meters);
    }
}
