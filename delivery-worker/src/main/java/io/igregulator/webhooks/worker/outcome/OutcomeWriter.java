package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.worker.degraded.Episode;
import io.igregulator.webhooks.worker.degraded.WriteEpisodes;
import io.igregulator.webhooks.worker.disable.DisableEndpoint;
import io.igregulator.webhooks.worker.outcome.RecordedAttempts.Numbered;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction for a whole batch: history, counts of attempts, waiting rows, endpoint figures, deactivations. First successes are copied in;
 * each further step is one statement over arrays. Rows are sorted by key so that concurrent writers lock in the same order.
 */
final class OutcomeWriter {
    private static final Logger log = LoggerFactory.getLogger(OutcomeWriter.class);

    private final TransactionTemplate transaction;
    private final LockEndpoints endpoints;
    private final CopyFirstSuccesses firstSuccesses;
    private final WriteDeliveries deliveries;
    private final WriteAttempts attempts;
    private final CountAttempts counts;
    private final DeactivateGone gone;
    private final WriteWaiting waiting;
    private final WriteActivity activity;
    private final WriteEpisodes episodes;
    private final PendingActivity figures = new PendingActivity();
    private final InstantSource clock;

    OutcomeWriter(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            WriteEpisodes episodes,
            DisableEndpoint disable,
            InstantSource clock) {
        JdbcClient client = JdbcClient.create(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.endpoints = new LockEndpoints(client);
        this.firstSuccesses = new CopyFirstSuccesses(jdbc);
        this.deliveries = new WriteDeliveries(client);
        this.attempts = new WriteAttempts(client);
        this.counts = new CountAttempts(client);
        this.gone = new DeactivateGone(disable);
        this.waiting = new WriteWaiting(client);
        this.activity = new WriteActivity(client);
        this.episodes = episodes;
        this.clock = clock;
    }

    /** @param begunOrEnded what this batch means for the episodes of its endpoints */
    void write(List<Outcome> batch, List<Episode> begunOrEnded) {
        Instant now = clock.instant();
        Collection<EndpointActivity> changes = EndpointActivity.of(batch);
        List<EndpointActivity> due = figures.due(changes, now);
        try {
            write(
                    batch.stream().filter(CopyFirstSuccesses::takes).toList(),
                    batch.stream()
                            .filter(Predicate.not(CopyFirstSuccesses::takes))
                            .toList(),
                    due,
                    begunOrEnded);
        } catch (DuplicateKeyException e) {
            log.debug("a batch repeats what is recorded: {}", e.toString());
            write(List.of(), batch, due, begunOrEnded);
        }
        figures.written(changes, due, now);
    }

    private void write(
            List<Outcome> copied, List<Outcome> others, List<EndpointActivity> due, List<Episode> begunOrEnded) {
        transaction.executeWithoutResult(status -> {
            endpoints.lock(others, begunOrEnded);
            firstSuccesses.write(copied);
            Set<DeliveryId> succeeded = deliveries.write(others);
            Set<Numbered> numbered = attempts.write(others);
            counts.write(RecordedAttempts.of(copied, others, succeeded, numbered));
            gone.write(others);
            waiting.write(others);
            activity.write(due);
            episodes.write(begunOrEnded);
        });
    }

    /** For when no batch comes that the figures could be written with. */
    void writeDueFigures() {
        Instant now = clock.instant();
        writeFigures(figures.due(List.of(), now), now);
    }

    /** Before the end, whatever their age. */
    void writeAllFigures() {
        writeFigures(figures.all(), clock.instant());
    }

    private void writeFigures(List<EndpointActivity> due, Instant now) {
        if (!due.isEmpty()) {
            activity.write(due);
            figures.written(List.of(), due, now);
        }
    }
}
