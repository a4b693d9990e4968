package io.igregulator.webhooks.api.lag;

import io.igregulator.webhooks.lag.LagClients;
import io.igregulator.webhooks.lag.LagConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/** Measures consumer lag in this process too: with all workers gone it is the one that shows it. */
@Configuration(proxyBeanMethods = false)
@Import(LagConfiguration.class)
class ApiLagConfiguration {
    /** From Spring Boot's factories: its properties alone lack SSL bundles and connection details. */
    @Bean
    LagClients lagClients(ConsumerFactory<?, ?> consumers, KafkaAdmin admin) {
        return new LagClients(consumers.getConfigurationProperties(), admin.getConfigurationProperties());
    }
}
