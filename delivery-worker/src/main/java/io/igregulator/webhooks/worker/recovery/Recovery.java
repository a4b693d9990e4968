package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.RecoveryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recovery that this worker holds for one step.
 *
 * @param account the endpoint's
 * @param until without it
 * @param dryRun whether it only counts what it would send
 * @param position behind which it continues with failed deliveries
 * @param withMissed whether missed events follow
 * @param missedBelow the transaction from which on no event counts as missed; unsigned
 * @param missed behind which it continues with missed events; null while it is at the failed ones
 */
record Recovery(
        RecoveryId id,
        EndpointId endpoint,
        AccountId account,
        Instant since,
        Instant until,
        boolean dryRun,
        Position position,
        boolean withMissed,
        long missedBelow,
        @Nullable StoredPlace missed) {
    /** A delivery in the order that recoveries go through them. */
    record Position(Instant createdAt, DeliveryId delivery) {}

    MissedSpan missedSpan(Instant oldest) {
        return new MissedSpan(endpoint, account, oldest, until, missedBelow);
    }
}
