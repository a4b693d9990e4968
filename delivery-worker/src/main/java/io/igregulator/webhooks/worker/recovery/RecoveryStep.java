package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.resend.ResendDeliveries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one recovery a few deliveries further. The position moves in the transaction that resends what lies before it, so
 * whoever goes on after a crash neither repeats nor skips any.
 */
final class RecoveryStep {
    private final RecoveryStore store;
    private final ResendDeliveries resend;
    private final TransactionTemplate transaction;
    private final RecoveryProperties properties;
    private final InstantSource clock;

    RecoveryStep(
            RecoveryStore store,
            ResendDeliveries resend,
            PlatformTransactionManager transactions,
            RecoveryProperties properties,
            InstantSource clock) {
        this.store = store;
        this.resend = resend;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.clock = clock;
    }

    /** True when there was something to do. */
    boolean run() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Instant now = clock.instant();
            return store.hold(now).map(recovery -> step(recovery, now)).isPresent();
        }));
    }

    private Recovery step(Recovery recovery, Instant now) {
        int room = properties.maxWaiting() - store.waiting(recovery.endpoint());
        if (room > 0) {
            goOn(recovery, Math.min(room, properties.batchSize()), now);
        } else {
            store.waitUntil(recovery, now.plus(properties.interval()));
        }
        return recovery;
    }

    private void goOn(Recovery recovery, int limit, Instant now) {
        List<Recovery.Position> failed = store.failed(recovery, limit);
        if (!failed.isEmpty()) {
            List<DeliveryId> ids =
                    failed.stream().map(Recovery.Position::delivery).toList();
            int resent = resend.resend(recovery.endpoint(), ids, now).size();
            store.advance(recovery, failed.getLast(), resent, failed.size() - resent, now);
        }
        if (failed.size() < limit) {
            store.finish(recovery, now);
        }
    }
}
