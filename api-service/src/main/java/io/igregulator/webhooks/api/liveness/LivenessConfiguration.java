package io.igregulator.webhooks.api.liveness;

import io.igregulator.webhooks.database.DedicatedSessions;
import io.igregulator.webhooks.kafka.AdminSettings;
import io.igregulator.webhooks.loop.LoopsAlive;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.loop.Surroundings;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Watches all loops, of which the relay is the one that matters. */
@Configuration(proxyBeanMethods = false)
class LivenessConfiguration {
    @Bean
    LoopsAlive loopsAliveHealthIndicator(
            List<SupervisedLoop> loops, DedicatedSessions sessions, KafkaAdmin kafka, InstantSource clock) {
        return new LoopsAlive(
                loops,
                Surroundings.of(
                        sessions, AdminSettings.of(kafka.getConfigurationProperties(), "webhook-liveness"), clock));
    }
}
