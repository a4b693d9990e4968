package io.igregulator.webhooks.worker.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/** Takes the connection from Spring Boot's factories: its properties alone lack SSL bundles and connection details. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {
    /** Static: it has to be there before the registry is. */
    @Bean
    static MeterFilter kafkaClientMeterFilter() {
        return new ClientMeterFilter();
    }

    @Bean
    ClientMeters kafkaClientMeters(MeterRegistry registry) {
        return new ClientMeters(registry);
    }

    @Bean
    KafkaConnection kafkaConnection(
            ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, KafkaAdmin admin) {
        return new KafkaConnection(
                consumers.getConfigurationProperties(),
                producers.getConfigurationProperties(),
                admin.getConfigurationProperties());
    }
}
