package io.igregulator.webhooks.api.outbox;

import io.igregulator.webhooks.api.outbox.RelayProgress.Role;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.backoff.BackOffExecution;

/**
 * One run of the relay: take the lock, publish what is committed, wait for more. Any failure gives the session and with it
 * the lock away, so that another relay may have more luck, and starts over after a pause.
 */
final class RelayLoop implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(RelayLoop.class);

    private final RelayConnections connections;
    private final OutboxPublisher publisher;
    private final RelayProperties properties;
    private final RelayProgress progress;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private BackOffExecution backOff;

    RelayLoop(
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
    public void run() {
        try {
            while (isRunning()) {
                relayUntilFailure();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            publisher.close();
        }
    }

    /** The thread must be interrupted too: it may be waiting in PostgreSQL or Kafka. */
    void stop() {
        stopped.countDown();
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void relayUntilFailure() throws InterruptedException {
        try (RelayConnection connection = connections.open()) {
            while (isRunning()) {
                relayOnce(connection);
                connection.awaitCommit(properties.pollInterval());
            }
        } catch (SQLException | RuntimeException e) {
            recoverFrom(e);
        }
    }

    private void relayOnce(RelayConnection connection) throws InterruptedException {
        if (connection.isLeader()) {
            publishAll(connection.rows());
        } else {
            progress.succeededAs(Role.STANDBY);
        }
        backOff = properties.backOff().start();
    }

    private void publishAll(OutboxRows outbox) throws InterruptedException {
        List<OutboxRow> rows = outbox.first(properties.batchSize());
        while (!rows.isEmpty() && isRunning()) {
            publisher.publish(rows);
            outbox.delete(rows);
            progress.succeededAs(Role.LEADER);
            rows = outbox.first(properties.batchSize());
        }
        progress.succeededAs(Role.LEADER);
    }

    private void recoverFrom(Exception failure) throws InterruptedException {
        if (!isRunning()) {
            return;
        }
        progress.failed(failure);
        long pause = backOff.nextBackOff();
        log.warn(
                "The outbox could not be relayed, nothing is lost, next try in {} ms: {}",
                pause,
                NestedExceptionUtils.getMostSpecificCause(failure).toString());
        stopped.await(pause, TimeUnit.MILLISECONDS);
    }
}
