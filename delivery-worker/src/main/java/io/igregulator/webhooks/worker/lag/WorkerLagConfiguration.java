package io.igregulator.webhooks.worker.lag;

import io.igregulator.webhooks.lag.LagClients;
import io.igregulator.webhooks.lag.LagConfiguration;
import io.igregulator.webhooks.worker.dispatch.DispatchLoop;
import io.igregulator.webhooks.worker.kafka.KafkaConnection;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Measures consumer lag in this worker too. */
@Configuration(proxyBeanMethods = false)
@Import(LagConfiguration.class)
class WorkerLagConfiguration {
    @Bean
    LagClients lagClients(KafkaConnection kafka) {
        return new LagClients(kafka.consumer(), kafka.admin());
    }

    @Bean
    DeliveriesBehind deliveriesBehind(DispatchLoop dispatch, MeterRegistry registry) {
        return new DeliveriesBehind(registry, dispatch::deliveriesBehind);
    }
}
