package io.igregulator.webhooks.lag;

import io.igregulator.webhooks.topic.ConsumerGroups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads the open records of both groups as the group itself would see them. */
final class OpenLags implements AutoCloseable {
    /** Open records of dispatch that are known at one time, at 32 bytes each. */
    private static final int MOST = 5_000;

    private final Consumer<byte[], byte[]> committedConsumer;
    private final Consumer<byte[], byte[]> allConsumer;
    private final ReadOpen committed;
    private final ReadOpen undecided;
    private final ReadOpen deliveries;

    OpenLags(LagClients clients) {
        this.committedConsumer = clients.createConsumer("read_committed");
        this.allConsumer = clients.createConsumer("read_uncommitted");
        this.committed = new ReadOpen(committedConsumer);
        this.undecided = new ReadOpen(allConsumer);
        this.deliveries = new ReadOpen(allConsumer);
    }

    /** The windows of all partitions with lag. */
    Map<TopicPartition, OpenWindow> read(List<PartitionLag> lags) {
        Map<TopicPartition, OpenWindow> windows =
                new HashMap<>(committed.read(withLag(lags, ConsumerGroups.FANOUT), 1));
        List<PartitionLag> held = withLag(lags, ConsumerGroups.FANOUT).stream()
                .filter(lag -> isUndecided(windows.get(lag.partition())))
                .map(lag -> new PartitionLag(lag.group(), lag.partition(), position(windows, lag), lag.end()))
                .toList();
        windows.putAll(undecided.read(held, 1));
        windows.putAll(deliveries.read(withLag(lags, ConsumerGroups.DISPATCH), MOST));
        return windows;
    }

    /** Nothing readable, but a transaction that has not ended: fan-out is behind by it. */
    private static boolean isUndecided(@Nullable OpenWindow window) {
        return window != null && window.undecided() && window.first() == null;
    }

    private static long position(Map<TopicPartition, OpenWindow> windows, PartitionLag lag) {
        OpenWindow window = windows.get(lag.partition());
        return window == null ? lag.committed() : window.position();
    }

    private static List<PartitionLag> withLag(List<PartitionLag> lags, String group) {
        return lags.stream()
                .filter(lag -> lag.group().equals(group) && lag.records() > 0)
                .toList();
    }

    @Override
    public void close() {
        // A consumer that is closed by an interrupted thread logs an error for its fetch session.
        boolean interrupted = Thread.interrupted();
        try (committedConsumer) {
            allConsumer.close();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
