package io.igregulator.webhooks.worker.liveness;

import io.igregulator.webhooks.database.DedicatedSessions;
import io.igregulator.webhooks.kafka.AdminSettings;
import io.igregulator.webhooks.loop.LoopsAlive;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.loop.Surroundings;
import io.igregulator.webhooks.worker.kafka.KafkaConnection;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches all loops. */
@Configuration(proxyBeanMethods = false)
class LivenessConfiguration {
    @Bean
    LoopsAlive loopsAliveHealthIndicator(
            List<SupervisedLoop> loops, DedicatedSessions sessions, KafkaConnection kafka, InstantSource clock) {
        return new LoopsAlive(
                loops, Surroundings.of(sessions, AdminSettings.of(kafka.admin(), "webhook-liveness"), clock));
    }
}
