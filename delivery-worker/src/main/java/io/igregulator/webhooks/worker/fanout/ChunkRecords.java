package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.topic.DeliveryChunk;
import io.igregulator.webhooks.topic.EndpointShard;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Makes the records of an event with many recipients: those of one partition share records, up to so many in each. */
final class ChunkRecords {
    private final EventRecords records;
    private final DeliveryChunk.@Nullable Writer[] open;

    ChunkRecords(EventRecords records, int partitions) {
        this.records = records;
        this.open = new DeliveryChunk.Writer[partitions];
    }

    void make(Recipients recipients, Consumer<ProducerRecord<byte[], byte[]>> send) {
        for (int i = 0; i < recipients.count(); i++) {
            add(recipients, i, send);
        }
        for (int partition = 0; partition < open.length; partition++) {
            DeliveryChunk.Writer rest = open[partition];
            if (rest != null) {
                send.accept(records.chunk(partition, rest));
            }
        }
    }

    private void add(Recipients recipients, int index, Consumer<ProducerRecord<byte[], byte[]>> send) {
        EndpointId endpoint = recipients.endpoint(index);
        int partition = EndpointShard.of(endpoint, open.length);
        DeliveryChunk.Writer chunk = open[partition];
        if (chunk == null) {
            chunk = new DeliveryChunk.Writer();
            open[partition] = chunk;
        }
        chunk.add(endpoint, recipients.account(index), recipients.version(index));
        if (chunk.isFull()) {
            send.accept(records.chunk(partition, chunk));
            open[partition] = null;
        }
    }
}
