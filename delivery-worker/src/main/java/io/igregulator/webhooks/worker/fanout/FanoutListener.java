package io.igregulator.webhooks.worker.fanout;

import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Turns a batch of domain records into deliveries. Returning means all of it is durable and the offsets may be committed;
 * an exception means all of it is done again, which the deterministic ids make harmless.
 */
final class FanoutListener implements BatchMessageListener<byte[], byte[]> {
    private final ReadRecords readRecords;
    private final StoreEvents storeEvents;
    private final FindRecipients findRecipients;
    private final PublishDeliveries publishDeliveries;
    private final UpdateRegistry updateRegistry;
    private final BuryRejected buryRejected;
    private final FanoutProgress progress;
    private final FanoutMeters meters;

    FanoutListener(
            ReadRecords readRecords,
            StoreEvents storeEvents,
            FindRecipients findRecipients,
            PublishDeliveries publishDeliveries,
            UpdateRegistry updateRegistry,
            BuryRejected buryRejected,
            FanoutProgress progress,
            FanoutMeters meters) {
        this.readRecords = readRecords;
        this.storeEvents = storeEvents;
        this.findRecipients = findRecipients;
        this.publishDeliveries = publishDeliveries;
        this.updateRegistry = updateRegistry;
        this.buryRejected = buryRejected;
        this.progress = progress;
        this.meters = meters;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        Timer.Sample sample = meters.begin();
        var read = readRecords.read(records);
        List<PublishedEvent> events = storeEvents.store(read.events());
        int deliveries = publishDeliveries.publish(events, findRecipients.round());
        updateRegistry.update(events);
        // After the deliveries: dead letters have no id that would collapse a repeat.
        buryRejected.bury(Stream.concat(read.invalid().stream(), FindConflicts.find(read, events).stream())
                .toList());
        meters.finished(sample, events, deliveries);
        progress.succeeded();
    }
}
