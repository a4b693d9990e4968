package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.resend.ResendDeliveries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one recovery a few deliveries further: first the failed ones, then the missed events. The position moves in the
 * transaction that sends what lies before it, so a worker that continues after a crash neither repeats nor skips any.
 */
final class RecoveryStep {
    private final RecoveryStore store;
    private final ResendDeliveries resend;
    private final RecoverMissed missed;
    private final TransactionTemplate transaction;
    private final RecoveryMeters meters;
    private final RecoveryProperties properties;
    private final InstantSource clock;

    RecoveryStep(
            RecoveryStore store,
            ResendDeliveries resend,
            RecoverMissed missed,
            PlatformTransactionManager transactions,
            RecoveryMeters meters,
            RecoveryProperties properties,
            InstantSource clock) {
        this.store = store;
        this.resend = resend;
        this.missed = missed;
        this.transaction = new TransactionTemplate(transactions);
        this.meters = meters;
        this.properties = properties;
        this.clock = clock;
    }

    /** What a step made due. */
    private record Done(int resent, int sent) {
        static final Done NOTHING = new Done(0, 0);
    }

    /** True when there was something to do. */
    boolean run() {
        Optional<Done> done = Objects.requireNonNull(transaction.execute(status -> {
            Instant now = clock.instant();
            return store.hold(now).map(recovery -> step(recovery, now));
        }));
        // After the commit: what was rolled back is not sent.
        done.ifPresent(step -> {
            meters.resent(step.resent());
            meters.sent(step.sent());
        });
        return done.isPresent();
    }

    private Done step(Recovery recovery, Instant now) {
        int limit = limit(recovery);
        StoredPlace place = recovery.missed();
        if (limit <= 0 || (place != null && !missed.isReady(recovery))) {
            store.waitUntil(recovery, now.plus(properties.interval()));
            return Done.NOTHING;
        }
        Done done = place == null
                ? new Done(continueWith(recovery, limit, now), 0)
                : new Done(0, missed.continueBehind(place, recovery, limit, now));
        return recovery.dryRun() ? Done.NOTHING : done;
    }

    private int limit(Recovery recovery) {
        int room = recovery.dryRun()
                ? properties.batchSize()
                : properties.maxWaiting() - store.waiting(recovery.endpoint());
        return Math.min(room, properties.batchSize());
    }

    /** @return how many are sent once more, or would be */
    private int continueWith(Recovery recovery, int limit, Instant now) {
        int resent = 0;
        List<Recovery.Position> failed = store.failed(recovery, limit);
        if (!failed.isEmpty()) {
            List<DeliveryId> ids =
                    failed.stream().map(Recovery.Position::delivery).toList();
            resent = recovery.dryRun()
                    ? resend.count(recovery.endpoint(), ids, now)
                    : resend.resend(recovery.endpoint(), ids, now).size();
            store.advance(recovery, failed.getLast(), resent, failed.size() - resent, now);
        }
        if (failed.size() < limit) {
            end(recovery, now);
        }
        return resent;
    }

    private void end(Recovery recovery, Instant now) {
        if (recovery.withMissed()) {
            store.advanceMissed(recovery, StoredPlace.before(recovery.since()), 0, 0, now);
        } else {
            store.finish(recovery, now);
        }
    }
}
