package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.worker.deadletter.DeadLetterWriter;
import io.igregulator.webhooks.worker.producer.RenewableProducer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.core.ProducerFactory;

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
    PublishDeliveries publishDeliveries(ProducerFactory<?, ?> kafka, FanoutProperties properties) {
        return new PublishDeliveries(
                RenewableProducer.of(kafka.getConfigurationProperties(), FanoutKafka.producer(properties)));
    }

    @Bean
    FanoutListener fanoutListener(
            JdbcClient jdbc,
            PublishDeliveries publishDeliveries,
            DeadLetterWriter deadLetters,
            FanoutProgress progress,
            FanoutMeters meters) {
        var reader = new EnvelopeReader();
        return new FanoutListener(
                new ReadRecords(reader),
                new StoreEvents(jdbc, reader),
                new FindRecipients(jdbc),
                publishDeliveries,
                new BuryDeadLetters(deadLetters),
                progress,
                meters);
    }

    // The container is no bean: it starts when the topics are there, not when the context is.
    @Bean
    Fanout fanout(
            ConsumerFactory<?, ?> kafka,
            KafkaAdmin admin,
            FanoutListener listener,
            FanoutProgress progress,
            FanoutMeters meters,
            FanoutProperties properties,
            MeterRegistry registry) {
        var consumers = new DefaultKafkaConsumerFactory<byte[], byte[]>(
                FanoutKafka.consumer(kafka.getConfigurationProperties(), properties));
        consumers.addListener(new MicrometerConsumerListener<>(registry));
        var container =
                FanoutContainer.of(consumers, listener, new BatchFailures(progress, meters), progress, properties);
        return new Fanout(container, new MissingTopics(admin.getConfigurationProperties()), progress, properties);
    }

    @Bean
    FanoutHealthIndicator fanoutHealthIndicator(Fanout fanout, FanoutProgress progress, FanoutProperties properties) {
        return new FanoutHealthIndicator(fanout, progress, properties);
    }
}
