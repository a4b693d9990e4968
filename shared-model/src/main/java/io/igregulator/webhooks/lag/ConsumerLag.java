package io.igregulator.webhooks.lag;

import io.igregulator.webhooks.loop.SupervisedLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Measures again and again how far the consumer groups are behind. */
final class ConsumerLag implements SupervisedLoop.Body {
    private static final Logger log = LoggerFactory.getLogger(ConsumerLag.class);

    private final LagClients clients;
    private final List<LagListener> listeners;
    private final OpenMeters open;
    private final Duration interval;
    private boolean failing;

    /** @param clients are made at the start and again after each failure */
    ConsumerLag(LagClients clients, List<LagListener> listeners, OpenMeters open, Duration interval) {
        this.clients = clients;
        this.listeners = List.copyOf(listeners);
        this.open = open;
        this.interval = interval;
    }

    @Override
    public void run(SupervisedLoop.Signal signal) throws InterruptedException {
        while (signal.running()) {
            measureUntilFailure(signal);
            signal.alive();
            signal.pause(interval);
        }
    }

    /** A failure is logged unless the last try failed as well. */
    private void measureUntilFailure(SupervisedLoop.Signal signal) throws InterruptedException {
        try (Admin admin = clients.createAdmin();
                OpenLags openLags = new OpenLags(clients)) {
            LagReader reader = new LagReader(admin, GroupTopics.ALL);
            while (signal.running()) {
                List<PartitionLag> lags = reader.read();
                listeners.forEach(listener -> listener.measured(lags));
                open.measured(lags, openLags.read(lags));
                failing = false;
                signal.alive();
                signal.pause(interval);
            }
        } catch (InterruptException e) {
            // Kafka's own: the loop is being stopped.
            throw new InterruptedException(e.getMessage());
        } catch (ExecutionException | KafkaException | IllegalStateException e) {
            listeners.forEach(LagListener::unknown);
            open.unknown();
            if (!failing) {
                log.warn(
                        "Consumer lag is unknown for now: {}",
                        NestedExceptionUtils.getMostSpecificCause(e).toString());
            }
            failing = true;
        }
    }
}
