package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.history.DeliveryError;
import io.igregulator.webhooks.worker.lane.Lanes;
import io.igregulator.webhooks.worker.outcome.Outcome;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Takes due deliveries out of PostgreSQL and puts them into the same lanes that Kafka's go through. */
public final class DuePoller {
    private static final Logger log = LoggerFactory.getLogger(DuePoller.class);

    /** A place becomes free within a request's time; that of one that hangs is seconds. */
    private static final Duration WAIT_FOR_SHARE = Duration.ofSeconds(1);

    private final FreeOrphans orphans;
    private final ClaimDue claims;
    private final Supplier<Set<Integer>> shards;
    private final Turns turns;
    private final Lanes lanes;
    private final OutcomeBuffer outcomes;
    private final InstantSource clock;

    /** @param shards what this worker owns now: one process holds an endpoint's limit, whichever way deliveries come */
    DuePoller(
            FreeOrphans orphans,
            ClaimDue claims,
            Supplier<Set<Integer>> shards,
            Turns turns,
            Lanes lanes,
            OutcomeBuffer outcomes,
            InstantSource clock) {
        this.orphans = orphans;
        this.claims = claims;
        this.shards = shards;
        this.turns = turns;
        this.lanes = lanes;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** One claim; true when there may be more to claim at once. */
    boolean tick() throws InterruptedException {
        Set<Integer> owned = shards.get();
        if (owned.isEmpty() || lanes.overloaded() || outcomes.congested()) {
            return false;
        }
        ClaimDue.Claim claim = claim(owned);
        OpenClaim ticket =
                new OpenClaim(claim.leaseEnd(), clock, claim.deliveries().size(), claim.ended());
        for (ClaimedDelivery delivery : claim.deliveries()) {
            start(delivery, ticket);
        }
        claim.drained().forEach(lanes::drained);
        return !claim.deliveries().isEmpty();
    }

    private ClaimDue.Claim claim(Set<Integer> owned) {
        try {
            orphans.free(owned);
            return claims.claim(owned, turns);
        } catch (DataAccessException | TransactionException e) {
            log.warn("cannot claim what is due, trying again: {}", e.toString());
            return ClaimDue.Claim.NOTHING;
        }
    }

    private void start(ClaimedDelivery claimed, OpenClaim ticket) throws InterruptedException {
        if (claimed.expired()) {
            outcomes.add(new Outcome.Expired(claimed.toDelivery(ticket), DeliveryError.EVENT_EXPIRED, clock.instant()));
        } else if (lanes.beyondShare(claimed.account())) {
            // Claimed before its account had used up its share.
            outcomes.add(new Outcome.Parked(
                    claimed.toDelivery(ticket),
                    Outcome.Parked.Reason.ACCOUNT_SHARE,
                    clock.instant().plus(WAIT_FOR_SHARE)));
        } else {
            lanes.submit(claimed.toDelivery(ticket));
        }
    }
}
