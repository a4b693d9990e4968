package io.igregulator.webhooks.worker.kafka;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;

/**
 * Of a client's hundred metrics those that show whether it keeps up and why not. None of them exists per partition or per
 * broker, which would be many series.
 */
final class ClientMeterFilter implements MeterFilter {
    private static final String CLIENTS = "kafka.";

    private static final Set<String> SHOWN = Set.of(
            "kafka.consumer.connection.count",
            "kafka.consumer.poll.idle.ratio.avg",
            "kafka.consumer.time.between.poll.max",
            "kafka.consumer.fetch.manager.fetch.latency.max",
            "kafka.consumer.fetch.manager.records.consumed.total",
            "kafka.consumer.coordinator.commit.latency.avg",
            "kafka.consumer.coordinator.commit.total",
            "kafka.consumer.coordinator.failed.rebalance.total",
            "kafka.consumer.coordinator.last.heartbeat.seconds.ago",
            "kafka.consumer.coordinator.rebalance.latency.max",
            "kafka.producer.connection.count",
            "kafka.producer.buffer.available.bytes",
            "kafka.producer.record.error.total",
            "kafka.producer.record.retry.total",
            "kafka.producer.record.send.total",
            "kafka.producer.request.latency.avg",
            "kafka.producer.record.queue.time.avg");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return id.getName().startsWith(CLIENTS) && !SHOWN.contains(id.getName())
                ? MeterFilterReply.DENY
                : MeterFilterReply.NEUTRAL;
    }
}
