package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.lag.LagListener;
import io.igregulator.webhooks.lag.PartitionLag;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which stored events are settled: fan-out is done with them, and dispatch has recorded all of their deliveries. Of any other,
 * a delivery may be under way in Kafka or in a worker's memory, so that a missing row does not mean that it was missed.
 *
 * <p>Events below a transaction that is over are in PostgreSQL, so their records lie before the ends of the domain topics that
 * are read afterwards. Once fan-out has committed these ends, its records lie before the ends of {@code webhook.deliveries}.
 * Once dispatch has committed those as well, the events are settled.
 */
final class SettledEvents implements LagListener {
    private final LongSupplier oldestOpen;
    private @Nullable Mark mark;
    private long below;

    /** @param oldestOpen the oldest transaction that is open now, or the next one; unsigned */
    SettledEvents(LongSupplier oldestOpen) {
        this.oldestOpen = oldestOpen;
    }

    static SettledEvents of(JdbcClient jdbc) {
        return new SettledEvents(
                () -> Long.parseUnsignedLong(jdbc.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
                        .query(String.class)
                        .single()));
    }

    /**
     * Whether the events of all transactions below this one are settled. Where they are not known to be, the next measurements
     * of lag find out.
     *
     * @param transaction unsigned
     */
    synchronized boolean below(long transaction) {
        if (Long.compareUnsigned(below, transaction) >= 0) {
            return true;
        }
        if (mark == null) {
            mark = Mark.at(oldestOpen.getAsLong());
        }
        return false;
    }

    @Override
    public synchronized void measured(List<PartitionLag> lags) {
        if (mark != null && isComplete(lags)) {
            Mark moved = mark.after(lags);
            if (moved != null && moved.reached(lags)) {
                below = moved.below;
                moved = null;
            }
            mark = moved;
        }
    }

    /** What was settled stays settled. */
    @Override
    public void unknown() {}

    /** Kafka may not know a topic for a moment, which is not to say that nothing is in it. */
    private static boolean isComplete(List<PartitionLag> lags) {
        Set<String> topics = lags.stream().map(lag -> lag.partition().topic()).collect(Collectors.toSet());
        return topics.contains(Topics.DELIVERIES) && topics.containsAll(Topics.DOMAIN);
    }

    /**
     * Events that are not settled yet.
     *
     * @param below the oldest transaction that was open when they were asked for
     * @param armed whether a measurement has ended since: that one may have read the ends before
     * @param fanout the ends that fan-out has to commit; null before they are read
     * @param dispatch the same for dispatch; null until fan-out has committed its own
     */
    private record Mark(
            long below,
            boolean armed,
            @Nullable Map<TopicPartition, Long> fanout,
            @Nullable Map<TopicPartition, Long> dispatch) {
        static Mark at(long oldestOpen) {
            return new Mark(oldestOpen, false, null, null);
        }

        /** Null when a partition has become shorter: its topic was made again, and the ends mean nothing now. */
        @Nullable
        Mark after(List<PartitionLag> lags) {
            if (!armed) {
                return new Mark(below, true, null, null);
            }
            if (shrunk(lags, ConsumerGroups.FANOUT, fanout) || shrunk(lags, ConsumerGroups.DISPATCH, dispatch)) {
                return null;
            }
            Map<TopicPartition, Long> published = fanout == null ? ends(lags, ConsumerGroups.FANOUT) : fanout;
            // A measurement reads what fan-out has committed before it reads the ends of what fan-out writes.
            Map<TopicPartition, Long> fannedOut = dispatch == null && committed(lags, ConsumerGroups.FANOUT, published)
                    ? ends(lags, ConsumerGroups.DISPATCH)
                    : dispatch;
            return new Mark(below, true, published, fannedOut);
        }

        boolean reached(List<PartitionLag> lags) {
            return dispatch != null && committed(lags, ConsumerGroups.DISPATCH, dispatch);
        }

        private static Map<TopicPartition, Long> ends(List<PartitionLag> lags, String group) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            lags.stream().filter(lag -> lag.group().equals(group)).forEach(lag -> ends.put(lag.partition(), lag.end()));
            return ends;
        }

        private static boolean committed(List<PartitionLag> lags, String group, Map<TopicPartition, Long> ends) {
            return lags.stream()
                    .filter(lag -> lag.group().equals(group))
                    .allMatch(lag -> lag.committed() >= ends.getOrDefault(lag.partition(), 0L));
        }

        private static boolean shrunk(List<PartitionLag> lags, String group, @Nullable Map<TopicPartition, Long> ends) {
            if (ends == null) {
                return false;
            }
            Map<TopicPartition, Long> now = ends(lags, group);
            return ends.entrySet().stream().anyMatch(end -> now.getOrDefault(end.getKey(), -1L) < end.getValue());
        }
    }
}
