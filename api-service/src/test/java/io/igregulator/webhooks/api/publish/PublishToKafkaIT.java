package io.igregulator.webhooks.api.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class PublishToKafkaIT {
    private static final List<String> TOPICS =
            List.of(Topics.LICENSE_EVENTS, Topics.REGULATORY_EVENTS, Topics.COVERAGE_EVENTS);

    private final Infrastructure infrastructure = Infrastructure.shared();

    @Test
    void consumersSeeEachEventOnceInItsTopicUnderItsKeyAndInTheBatchsOrder() {
        infrastructure.createTopics(
                TOPICS.stream().map(topic -> new NewTopic(topic, 3, (short) 1)).toArray(NewTopic[]::new));
        String action =
                Bodies.of(EventType.REGULATORY_ACTION_ADDED, Bodies.id()).toPrettyString();
        String coverage = Bodies.of(EventType.COVERAGE_DEGRADED, Bodies.id()).toString();
        List<String> issued =
                Stream.generate(Bodies::id).limit(20).map(Bodies::issued).toList();

        try (RunningApi api =
                        RunningApi.with(Map.of("spring.kafka.bootstrap-servers", infrastructure.bootstrapServers()));
                KafkaConsumer<String, String> consumer = consumer()) {
            Publisher publisher = new Publisher(api);
            publisher.one(action).is(200);
            publisher.batch(issued).is(200);
            publisher.batch(coverage).is(200);
            publisher.batch(issued).is(200);

            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return publisher.outbox().isEmpty() && records.size() >= issued.size() + 2;
            });
            assertThat(records)
                    .extracting(ConsumerRecord::topic, ConsumerRecord::key, ConsumerRecord::value)
                    .contains(
                            tuple(Topics.REGULATORY_EVENTS, "northlight-gaming", action),
                            tuple(Topics.COVERAGE_EVENTS, "NL", coverage))
                    .hasSize(issued.size() + 2);
            assertThat(records)
                    .filteredOn(message -> message.topic().equals(Topics.LICENSE_EVENTS))
                    .allSatisfy(message -> assertThat(message.key()).isEqualTo("lic_8f31c2"))
                    .extracting(ConsumerRecord::value)
                    .containsExactlyElementsOf(issued);
        }
    }

    private KafkaConsumer<String, String> consumer() {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", infrastructure.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition())))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }
}
