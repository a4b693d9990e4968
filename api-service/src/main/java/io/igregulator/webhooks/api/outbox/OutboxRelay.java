package io.igregulator.webhooks.api.outbox;

import io.igregulator.webhooks.api.outbox.RelayProgress.Role;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.loop.SupervisedLoop.Signal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.backoff.BackOffExecution;

/**
 * The relay: take the lock, publish what is committed, wait for more. Any failure releases the session and its
 * lock, so that another relay may take over, and starts over after a pause.
 */
final class OutboxRelay implements SupervisedLoop.Body {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final RelayConnections connections;
    private final OutboxPublisher publisher;
    private final RelayProperties properties;
    private final RelayProgress progress;
    private BackOffExecution backOff;

    OutboxRelay(
            RelayConnections connections,
            OutboxPublisher publisher,
            RelayProperties properties,
            RelayProgress progress) {
        this.connections = connections;
        this.publisher = publisher;
        this.properties = properties;
        this.progress = progress;
        this.backOff = properties.backOff().start();
    }

    @Override
    public void run(Signal signal) throws InterruptedException {
        backOff = properties.backOff().start();
        try {
            while (signal.running()) {
                relayUntilFailure(signal);
            }
        } finally {
            publisher.close();
        }
    }

    private void relayUntilFailure(Signal signal) throws InterruptedException {
        try (RelayConnection connection = connections.open()) {
            while (signal.running()) {
                relayOnce(connection, signal);
                connection.awaitCommit(properties.pollInterval());
            }
        } catch (SQLException | RuntimeException e) {
            recoverFrom(e, signal);
        }
    }

    private void relayOnce(RelayConnection connection, Signal signal) throws InterruptedException {
        if (connection.isLeader()) {
            publishAll(connection.rows(), signal);
        } else {
            progress.succeededAs(Role.STANDBY);
        }
        backOff = properties.backOff().start();
        signal.alive();
    }

    private void publishAll(OutboxRows outbox, Signal signal) throws InterruptedException {
        List<OutboxRow> rows = outbox.first(properties.batchSize());
        while (!rows.isEmpty() && signal.running()) {
            publisher.publish(rows);
            outbox.delete(rows);
            progress.succeededAs(Role.LEADER);
            // A long outbox is one round.
            signal.alive();
            rows = outbox.first(properties.batchSize());
        }
        progress.succeededAs(Role.LEADER);
    }

    private void recoverFrom(Exception failure, Signal signal) throws InterruptedException {
        if (!signal.running()) {
            return;
        }
        progress.failed(failure);
        long pause = backOff.nextBackOff();
        log.warn(
                "The outbox could not be relayed, nothing is lost, next try in {} ms: {}",
                pause,
                NestedExceptionUtils.getMostSpecificCause(failure).toString());
        signal.pause(Duration.ofMillis(pause));
    }
}
