package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.kafka.AdminSettings;
import io.igregulator.webhooks.kafka.RenewableProducer;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.worker.deadletter.DeadLetters;
import io.igregulator.webhooks.worker.kafka.ClientMeters;
import io.igregulator.webhooks.worker.kafka.ConsumerSettings;
import io.igregulator.webhooks.worker.kafka.GroupMeters;
import io.igregulator.webhooks.worker.kafka.KafkaConnection;
import io.igregulator.webhooks.worker.kafka.ProducerSettings;
import io.igregulator.webhooks.worker.trace.TraceProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** Puts fan-out together. */
@Configuration(proxyBeanMethods = false)
class FanoutConfiguration {

    @Bean
    FanoutProgress fanoutProgress(InstantSource clock) {
        return new FanoutProgress(clock);
    }

    @Bean
    FanoutMeters fanoutMeters(MeterRegistry registry) {
        return new FanoutMeters(registry);
    }

    @Bean
    PublishDeliveries publishDeliveries(KafkaConnection kafka, FanoutProperties properties, ClientMeters clients) {
        NativeCompression.require(properties.compression());
        return new PublishDeliveries(
                RenewableProducer.of(
                        ProducerSettings.fanout(kafka, properties.compression(), properties.sendTimeout()),
                        clients::of),
                properties.shareRecordsFrom());
    }

    @Bean
    FanoutListener fanoutListener(
            JdbcClient jdbc,
            PublishDeliveries publishDeliveries,
            DeadLetters deadLetters,
            FanoutProgress progress,
            FanoutMeters meters,
            FanoutProperties properties,
            NoticeProperties notices,
            TraceProperties tracing) {
        var reader = new EnvelopeReader();
        return new FanoutListener(
                new ReadRecords(reader, tracing.enabled()),
                new StoreEvents(jdbc, reader),
                new FindRecipients(
                        new ReadRecipients(jdbc, notices.operator()),
                        new RecipientChanges(jdbc),
                        properties.rememberedRecipients(),
                        System::nanoTime),
                publishDeliveries,
                new UpdateRegistry(jdbc),
                new BuryRejected(deadLetters),
                progress,
                meters);
    }

    // The container is not a bean: it starts when the topics are there, not when the context is.
    @Bean
    Fanout fanout(
            KafkaConnection kafka,
            FanoutListener listener,
            FanoutProgress progress,
            FanoutMeters meters,
            FanoutProperties properties,
            ClientMeters clients,
            MeterRegistry registry) {
        var consumers = new DefaultKafkaConsumerFactory<byte[], byte[]>(
                ConsumerSettings.fanout(kafka, properties.maxPollRecords(), properties.consumer())
                        .asMap());
        consumers.addListener(new FanoutClients(clients));
        var container = FanoutContainer.of(
                consumers,
                listener,
                new BatchFailures(progress, meters),
                progress,
                new FanoutPartitions(new GroupMeters(registry, ConsumerGroups.FANOUT)),
                properties);
        return new Fanout(
                container, new MissingTopics(AdminSettings.of(kafka.admin(), "webhook-topics")), progress, properties);
    }

    @Bean
    FanoutHealthIndicator fanoutHealthIndicator(Fanout fanout, FanoutProgress progress, FanoutProperties properties) {
        return new FanoutHealthIndicator(fanout, progress, properties);
    }
}
