package io.igregulator.webhooks.api.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.embedded.KafkaBroker;
import io.igregulator.webhooks.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class LagWithoutWorkersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void theApiReportsLagWhileThereIsNoWorkerAndNoneWhileKafkaIsAway() throws Exception {
        KafkaBroker broker = KafkaBroker.start(KafkaBroker.Options.temporary());
        try (var api = RunningApi.with(Map.of(
                "spring.kafka.bootstrap-servers",
                broker.bootstrapServers(),
                "webhooks.metrics.lag-interval",
                "100ms"))) {
            Topics.DOMAIN.forEach(topic -> broker.createTopics(new NewTopic(topic, 2, (short) 1)));
            broker.createTopics(new NewTopic(Topics.DELIVERIES, 2, (short) 1));
            try (var producer = new KafkaProducer<>(
                    Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                for (int i = 0; i < 7; i++) {
                    producer.send(new ProducerRecord<>(Topics.DELIVERIES, new byte[] {1}, new byte[] {2}))
                            .get();
                }
            }

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lag(api))
                            .satisfiesOnlyOnce(line -> assertThat(line)
                                    .contains("group=\"webhook-dispatch\"")
                                    .endsWith(" 7.0"))
                            .satisfiesOnlyOnce(line -> assertThat(line)
                                    .contains("group=\"webhook-fanout\"")
                                    .endsWith(" 0.0")));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lines(api, "webhook_undelivered_deliveries{"))
                            .satisfiesOnlyOnce(line -> assertThat(line)
                                    .contains("reason=\"dispatch\"")
                                    .endsWith(" 7.0")));
            assertThat(lines(api, "webhook_consumer_lag_seconds{"))
                    .satisfiesOnlyOnce(line -> assertThat(line)
                            .contains("group=\"webhook-dispatch\"")
                            .doesNotEndWith(" 0.0"))
                    .satisfiesOnlyOnce(line -> assertThat(line)
                            .contains("group=\"webhook-fanout\"")
                            .endsWith(" 0.0"));

            broker.close();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(lag(api)).isEmpty());
            assertThat(api.operator().get("/actuator/prometheus").is(200).body())
                    .contains("webhook_consumer_lag_age_seconds");
        } finally {
            // Closing twice does no harm.
            broker.close();
        }
    }

    private static List<String> lag(RunningApi api) {
        return lines(api, "webhook_consumer_group_lag{");
    }

    private static List<String> lines(RunningApi api, String beginning) {
        return api.operator()
                .get("/actuator/prometheus")
                .is(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }
}
