package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.worker.kafka.ConsumerSettings;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** The Kafka settings that fan-out's guarantees and throughput rest on, above how Kafka is reached. */
final class FanoutKafka {
    // 10 000 copies of one event in a few large, well compressed requests: each goes when it is full, or with the last
    // flush.
    private static final int LINGER_MILLIS = 100;
    private static final int BATCH_BYTES = 64 * 1024;

    // One batch may become millions of records.
    private static final int MAX_BATCH_MILLIS = 300_000;

    private FanoutKafka() {}

    static Map<String, Object> consumer(KafkaProperties kafka, FanoutProperties properties) {
        return new ConsumerSettings(kafka)
                .inGroup(ConsumerGroups.FANOUT)
                .with(Map.of(
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        properties.maxPollRecords(),
                        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                        MAX_BATCH_MILLIS))
                .with(properties.consumer())
                .asMap();
    }

    static Map<String, Object> producer(FanoutProperties properties) {
        int timeout = Math.toIntExact(properties.sendTimeout().toMillis());
        return Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                "webhook-fanout",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                properties.compression(),
                ProducerConfig.LINGER_MS_CONFIG,
                LINGER_MILLIS,
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                5,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                timeout,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                timeout / 2,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                timeout);
    }
}
