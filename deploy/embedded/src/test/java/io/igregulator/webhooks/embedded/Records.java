package io.igregulator.webhooks.embedded;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends and reads back single records. */
final class Records {

    private Records() {}

    static void produce(String bootstrapServers, String topic, String value) {
        try (var producer = producer(bootstrapServers, Map.of())) {
            send(producer, new ProducerRecord<>(topic, value));
        }
    }

    static void produceWithoutRetries(String bootstrapServers, String topic, int partitions) {
        try (var producer = producer(bootstrapServers, Map.of("retries", 0, "enable.idempotence", false))) {
            for (int partition = 0; partition < partitions; partition++) {
                send(producer, new ProducerRecord<>(topic, partition, "key", "value"));
            }
        }
    }

    static String consumeOne(String bootstrapServers, String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "group.id", "readers", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int poll = 0; poll < 60; poll++) {
                for (var consumed : consumer.poll(Duration.ofSeconds(1))) {
                    return consumed.value();
                }
            }
        }
        throw new AssertionError("no record in " + topic);
    }

    private static KafkaProducer<String, String> producer(String bootstrapServers, Map<String, Object> more) {
        var settings = new HashMap<String, Object>(more);
        settings.put("bootstrap.servers", bootstrapServers);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static void send(KafkaProducer<String, String> producer, ProducerRecord<String, String> message) {
        try {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
