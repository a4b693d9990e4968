package io.igregulator.webhooks.worker.endpoint;

import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.secret.SecretCipher;
import io.igregulator.webhooks.secret.SigningSecretReader;
import io.igregulator.webhooks.worker.kafka.ConsumerSettings;
import io.igregulator.webhooks.worker.kafka.KafkaConnection;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Endpoint snapshots and what keeps them fresh. */
@Configuration(proxyBeanMethods = false)
class EndpointConfiguration {
    @Bean
    EndpointSnapshots endpointSnapshots(
            JdbcClient jdbc, SecretCipher cipher, EndpointCacheProperties properties, InstantSource clock) {
        EndpointReader reader = new EndpointReader(jdbc, new SigningSecretReader(jdbc, cipher), clock);
        return new EndpointSnapshots(new LoadEndpoints(reader::read), properties);
    }

    @Bean
    SupervisedLoop endpointChanges(EndpointSnapshots snapshots, KafkaConnection kafka, InstantSource clock) {
        return new SupervisedLoop(
                "endpoint-changes",
                new EndpointChangeFollower(ConsumerSettings.endpointChanges(kafka)::create, snapshots),
                Phases.SOURCES,
                clock);
    }

    @Bean
    SupervisedLoop unpublishedEndpointChanges(
            EndpointSnapshots snapshots, JdbcClient jdbc, EndpointCacheProperties properties, InstantSource clock) {
        UnpublishedChanges changes = new UnpublishedChanges(jdbc, snapshots);
        return new SupervisedLoop(
                "unpublished-changes",
                SupervisedLoop.repeating(properties.outboxInterval(), changes::look),
                Phases.SOURCES,
                clock);
    }
}
