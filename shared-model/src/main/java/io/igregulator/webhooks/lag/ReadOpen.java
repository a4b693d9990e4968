package io.igregulator.webhooks.lag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Reads the lowest open records of partitions with lag, in no group, within bounds per round. */
final class ReadOpen {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MOST_POLLS = 20;
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, OpenWindow> windows = new HashMap<>();

    ReadOpen(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** @param most records to know of all these partitions together; at least one of each is read */
    Map<TopicPartition, OpenWindow> read(List<PartitionLag> lags, int most) {
        windows.keySet().retainAll(lags.stream().map(PartitionLag::partition).toList());
        lags.forEach(lag -> windows.computeIfAbsent(lag.partition(), each -> new OpenWindow(lag.committed()))
                .moveTo(lag.committed(), lag.end()));
        // First one record of each, so that the rest of the bounds cannot be used up by one partition.
        int bytes = readUntil(1, MOST_BYTES);
        int room = most - windows.values().stream().mapToInt(OpenWindow::size).sum();
        if (most > 1 && room > 0) {
            readUntil(most, MOST_BYTES - bytes);
        }
        return Map.copyOf(windows);
    }

    /** Until each window has so many, or one has: more than that of all together is read at most once per poll. */
    private int readUntil(int most, int bytesLeft) {
        int bytes = 0;
        List<TopicPartition> wanted = wanted(most);
        assign(wanted);
        for (int poll = 0;
                poll < MOST_POLLS && !wanted.isEmpty() && bytes < bytesLeft && known() < known(most);
                poll++) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (TopicPartition partition : wanted) {
                bytes += take(partition, records);
            }
            wanted = wanted(most);
            // Drops what was fetched of the others.
            consumer.assign(wanted);
        }
        consumer.assign(List.of());
        return bytes;
    }

    private int take(TopicPartition partition, ConsumerRecords<byte[], byte[]> records) {
        OpenWindow window = window(partition);
        int bytes = 0;
        for (var record : records.records(partition)) {
            window.read(OpenRecord.of(record));
            bytes += Math.max(0, record.serializedValueSize());
        }
        window.positionAt(consumer.position(partition));
        if (window.wants(Integer.MAX_VALUE)
                && consumer.currentLag(partition).orElse(1) == 0
                && records.records(partition).isEmpty()) {
            window.endsUndecided();
        }
        return bytes;
    }

    private void assign(List<TopicPartition> partitions) {
        consumer.assign(partitions);
        partitions.forEach(
                partition -> consumer.seek(partition, window(partition).position()));
    }

    private List<TopicPartition> wanted(int most) {
        List<TopicPartition> wanted = new ArrayList<>();
        windows.forEach((partition, window) -> {
            if (window.wants(most)) {
                wanted.add(partition);
            }
        });
        return wanted;
    }

    private long known() {
        return windows.values().stream().mapToLong(OpenWindow::size).sum();
    }

    /** One of each, or so many in all. */
    private static long known(int most) {
        return most == 1 ? Long.MAX_VALUE : most;
    }

    private OpenWindow window(TopicPartition partition) {
        OpenWindow window = windows.get(partition);
        if (window == null) {
            throw new IllegalStateException(partition + " was not asked for");
        }
        return window;
    }
}
