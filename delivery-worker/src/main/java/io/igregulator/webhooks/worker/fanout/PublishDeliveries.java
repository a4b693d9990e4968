package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.producer.RenewableProducer;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Last step: one record a recipient on {@code webhook.deliveries}, all acknowledged or the batch counts as undone. */
final class PublishDeliveries implements AutoCloseable {
    private final RenewableProducer producers;
    // Asked once: an endpoint's partition is also the shard of its waiting rows.
    private volatile int partitions;

    PublishDeliveries(RenewableProducer producers) {
        this.producers = producers;
    }

    /** @throws FanoutFailedException when any record may not have reached Kafka */
    void publish(List<PublishedEvent> events, List<Recipient> recipients) {
        if (recipients.isEmpty()) {
            return;
        }
        Producer<byte[], byte[]> producer = producers.get();
        try {
            send(producer, events, recipients).await();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | KafkaException e) {
            producers.discard(producer);
            throw new FanoutFailedException("not every delivery was acknowledged", e);
        }
    }

    @Override
    public void close() {
        producers.close();
    }

    private SendRound send(Producer<byte[], byte[]> producer, List<PublishedEvent> events, List<Recipient> recipients) {
        int count = partitionsOf(producer);
        List<EventRecords> records = events.stream().map(EventRecords::new).toList();
        SendRound round = new SendRound();
        for (Recipient recipient : recipients) {
            var _ = producer.send(records.get(recipient.event()).to(recipient, count), round.started());
        }
        return round;
    }

    private int partitionsOf(Producer<byte[], byte[]> producer) {
        if (partitions == 0) {
            partitions = producer.partitionsFor(Topics.DELIVERIES).size();
        }
        return partitions;
    }
}
