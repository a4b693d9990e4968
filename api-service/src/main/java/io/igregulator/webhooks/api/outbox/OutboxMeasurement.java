package io.igregulator.webhooks.api.outbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures the outbox now and then, apart from the relay, so that a stuck relay shows as well. */
final class OutboxMeasurement implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxMeasurement.class);

    private final JdbcClient jdbc;
    private final OutboxMeters meters;
    private final Duration interval;
    private @Nullable ScheduledExecutorService scheduler;

    OutboxMeasurement(JdbcClient jdbc, OutboxMeters meters, RelayProperties properties) {
        this.jdbc = jdbc;
        this.meters = meters;
        this.interval = properties.measureInterval();
    }

    void measure() {
        try {
            meters.measured(read());
        } catch (RuntimeException e) {
            meters.measured(OutboxDepth.UNKNOWN);
            log.debug("The outbox could not be measured", e);
        }
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            scheduler = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("outbox-measurement").factory());
            var _ = scheduler.scheduleWithFixedDelay(this::measure, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.shutdownNow();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    private OutboxDepth read() {
        return jdbc.sql("""
                        SELECT count(*), coalesce(extract(epoch FROM now() - min(created_at)), 0)
                        FROM outbox
                        """)
                .query((row, number) -> new OutboxDepth(row.getLong(1), row.getDouble(2)))
                .single();
    }
}
