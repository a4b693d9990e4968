package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.worker.deadletter.DeadLetters;
import io.igregulator.webhooks.worker.kafka.AdminSettings;
import io.igregulator.webhooks.worker.kafka.ConsumerSettings;
import io.igregulator.webhooks.worker.kafka.KafkaConnection;
import io.igregulator.webhooks.worker.kafka.ProducerSettings;
import io.igregulator.webhooks.worker.producer.RenewableProducer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;

/** Puts fan-out together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FanoutProperties.class)
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
    PublishDeliveries publishDeliveries(KafkaConnection kafka, FanoutProperties properties) {
        return new PublishDeliveries(
                RenewableProducer.of(
                        ProducerSettings.fanout(kafka, properties.compression(), properties.sendTimeout())),
                properties.shareRecordsFrom());
    }

    @Bean
    FanoutListener fanoutListener(
            JdbcClient jdbc,
            PublishDeliveries publishDeliveries,
            DeadLetters deadLetters,
            FanoutProgress progress,
            FanoutMeters meters,
            FanoutProperties properties) {
        var reader = new EnvelopeReader();
        return new FanoutListener(
                new ReadRecords(reader),
                new StoreEvents(jdbc, reader),
                new FindRecipients(
                        new ReadRecipients(jdbc),
                        new RecipientChanges(jdbc),
                        properties.rememberedRecipients(),
                        System::nanoTime),
                publishDeliveries,
                new UpdateRegistry(jdbc),
                new BuryRejected(deadLetters),
                progress,
                meters);
    }

    // The container is no bean: it starts when the topics are there, not when the context is.
    @Bean
    Fanout fanout(
            KafkaConnection kafka,
            FanoutListener listener,
            FanoutProgress progress,
            FanoutMeters meters,
            FanoutProperties properties,
            MeterRegistry registry) {
        var consumers = new DefaultKafkaConsumerFactory<byte[], byte[]>(
                ConsumerSettings.fanout(kafka, properties.maxPollRecords(), properties.consumer())
                        .asMap());
        consumers.addListener(new MicrometerConsumerListener<>(registry));
        var container =
                FanoutContainer.of(consumers, listener, new BatchFailures(progress, meters), progress, properties);
        return new Fanout(container, new MissingTopics(AdminSettings.topics(kafka)), progress, properties);
    }

    @Bean
    FanoutHealthIndicator fanoutHealthIndicator(Fanout fanout, FanoutProgress progress, FanoutProperties properties) {
        return new FanoutHealthIndicator(fanout, progress, properties);
    }
}
