package io.igregulator.webhooks.worker.notice;

import io.igregulator.webhooks.embedded.Infrastructure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishes the outbox as the API service does. */
final class TestRelay implements AutoCloseable {
    private final JdbcClient jdbc;
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Infrastructure.shared().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    TestRelay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void run() {
        taken().forEach(this::send);
    }

    /** As if it had been published, to no effect. */
    void discard() {
        taken();
    }

    private List<ProducerRecord<String, byte[]>> taken() {
        return jdbc.sql("DELETE FROM outbox RETURNING topic, message_key, value")
                .query((row, number) -> new ProducerRecord<>(
                        row.getString("topic"), row.getString("message_key"), row.getBytes("value")))
                .list();
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
