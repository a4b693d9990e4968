package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.outbox.OutboxWriter;
import io.igregulator.webhooks.worker.degraded.Episode;
import io.igregulator.webhooks.worker.degraded.WriteEpisodes;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction for a whole batch: history, waiting rows, endpoint figures, deactivations. Each step is one statement
 * over arrays, its rows sorted by key so that concurrent writers lock in the same order.
 */
final class OutcomeWriter {
    private final TransactionTemplate transaction;
    private final WriteDeliveries deliveries;
    private final WriteAttempts attempts;
    private final DeactivateGone gone;
    private final WriteWaiting waiting;
    private final WriteActivity activity;
    private final WriteEpisodes episodes;

    OutcomeWriter(JdbcClient jdbc, PlatformTransactionManager transactions, WriteEpisodes episodes) {
        this.transaction = new TransactionTemplate(transactions);
        this.deliveries = new WriteDeliveries(jdbc);
        this.attempts = new WriteAttempts(jdbc);
        this.gone = new DeactivateGone(jdbc, new OutboxWriter(jdbc));
        this.waiting = new WriteWaiting(jdbc);
        this.activity = new WriteActivity(jdbc);
        this.episodes = episodes;
    }

    /** @param begunOrEnded what this batch means for the episodes of its endpoints */
    void write(List<Outcome> batch, List<Episode> begunOrEnded) {
        transaction.executeWithoutResult(status -> {
            deliveries.write(batch);
            attempts.write(batch);
            gone.write(batch);
            waiting.write(batch);
            activity.write(batch);
            episodes.write(begunOrEnded);
        });
    }
}
