package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.kafka.RenewableProducer;
import io.igregulator.webhooks.topic.Topics;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Last step: a record per recipient on {@code webhook.deliveries}, or per many of them where an event has so many; all
 * acknowledged, or the batch counts as undone.
 */
final class PublishDeliveries implements AutoCloseable {
    private static final int EVENTS_AT_ONCE = 50;

    private final RenewableProducer producers;
    private final int shareFrom;
    // Asked once: an endpoint's partition is also the shard of its waiting rows.
    private volatile int partitions;

    /** @param shareFrom deliveries of an event per partition from which they share records; 0 for never */
    PublishDeliveries(RenewableProducer producers, int shareFrom) {
        this.producers = producers;
        this.shareFrom = shareFrom;
    }

    /**
     * @param recipients asked for a few events at a time, since those of all may be too many to hold
     * @return how many deliveries there were
     * @throws FanoutFailedException when any record may not have reached Kafka
     */
    int publish(List<PublishedEvent> events, RecipientsOfRound recipients) {
        if (events.isEmpty()) {
            return 0;
        }
        Producer<byte[], byte[]> producer = producers.get();
        try {
            return publish(producer, events, recipients);
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

    private int publish(Producer<byte[], byte[]> producer, List<PublishedEvent> events, RecipientsOfRound recipients)
            throws ExecutionException, InterruptedException {
        SendRound round = new SendRound();
        int deliveries = 0;
        for (int from = 0; from < events.size(); from += EVENTS_AT_ONCE) {
            List<PublishedEvent> some = events.subList(from, Math.min(events.size(), from + EVENTS_AT_ONCE));
            List<Recipients> answers = recipients.of(some);
            for (int i = 0; i < some.size(); i++) {
                send(producer, some.get(i), answers.get(i), round);
                deliveries += answers.get(i).count();
            }
        }
        // There is no more to come that a batch could wait for.
        producer.flush();
        round.await();
        return deliveries;
    }

    private void send(Producer<byte[], byte[]> producer, PublishedEvent event, Recipients recipients, SendRound round) {
        int count = partitionsOf(producer);
        EventRecords records = new EventRecords(event);
        if (sharesRecords(recipients.count(), count)) {
            new ChunkRecords(records, count).make(recipients, record -> {
                var _ = producer.send(record, round.started());
            });
            return;
        }
        for (int i = 0; i < recipients.count(); i++) {
            var _ = producer.send(records.to(recipients, i, count), round.started());
        }
    }

    private boolean sharesRecords(int recipients, int partitionCount) {
        return shareFrom > 0 && recipients >= (long) shareFrom * partitionCount;
    }

    private int partitionsOf(Producer<byte[], byte[]> producer) {
        if (partitions == 0) {
            partitions = producer.partitionsFor(Topics.DELIVERIES).size();
        }
        return partitions;
    }
}
