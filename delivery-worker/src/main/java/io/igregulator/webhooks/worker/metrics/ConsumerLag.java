package io.igregulator.webhooks.worker.metrics;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/** Measures again and again how far the consumer groups are behind, on a thread of its own. */
final class ConsumerLag implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ConsumerLag.class);

    private final Supplier<Admin> admins;
    private final LagMeters meters;
    private final Duration interval;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    /** @param admins asked at the start and again after each failure */
    ConsumerLag(Supplier<Admin> admins, LagMeters meters, MetricsProperties properties) {
        this.admins = admins;
        this.meters = meters;
        this.interval = properties.lagInterval();
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            CountDownLatch stop = new CountDownLatch(1);
            stopped = stop;
            thread = Thread.ofVirtual().name("consumer-lag").start(() -> measureUntil(stop));
        }
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void measureUntil(CountDownLatch stop) {
        boolean failing = false;
        try {
            do {
                failing = !measureUntilFailure(stop, failing);
            } while (!stop.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false after a failure, which is told unless the last try failed as well */
    private boolean measureUntilFailure(CountDownLatch stop, boolean failedBefore) throws InterruptedException {
        boolean failing = failedBefore;
        try (Admin admin = admins.get()) {
            LagReader reader = new LagReader(admin, GroupTopics.ALL);
            do {
                meters.measured(reader.read());
                failing = false;
            } while (!stop.await(interval.toMillis(), TimeUnit.MILLISECONDS));
            return true;
        } catch (ExecutionException | KafkaException | IllegalStateException e) {
            meters.unknown();
            if (!failing) {
                log.warn(
                        "Consumer lag is unknown for now: {}",
                        NestedExceptionUtils.getMostSpecificCause(e).toString());
            }
            return false;
        }
    }
}
