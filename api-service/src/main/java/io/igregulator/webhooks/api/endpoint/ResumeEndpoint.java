package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.error.Conflict;
import io.igregulator.webhooks.api.error.RateLimited;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Ends the wait of an endpoint's deliveries: one is sent at once, and the others follow when it was delivered. */
@Component
public final class ResumeEndpoint {
    /** A request that comes sooner is refused: each may cost a delivery one of its attempts. */
    static final Duration INTERVAL = Duration.ofSeconds(10);

    private final TransactionOperations transaction;
    private final EndpointReader reader;
    private final ResumeWriter writer;
    private final AuditLog audit;
    private final InstantSource clock;

    ResumeEndpoint(
            TransactionOperations transaction,
            EndpointReader reader,
            ResumeWriter writer,
            AuditLog audit,
            InstantSource clock) {
        this.transaction = transaction;
        this.reader = reader;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Conflict for an inactive one
     * @throws RateLimited if the latest request is younger than {@link #INTERVAL}
     */
    public Endpoint resume(Actor actor, AccountId account, EndpointId id) {
        return transaction.execute(status -> {
            Endpoint endpoint = reader.lock(account, id);
            if (!endpoint.settings().active()) {
                throw Conflict.inactive();
            }
            if (!writer.requestUnlessWithin(INTERVAL, id)) {
                throw tooSoon(writer.secondsUntilNext(INTERVAL, id));
            }
            audit.write(actor, AuditAction.ENDPOINT_RESUMED, account, id, AuditChanges.none());
            return endpoint;
        });
    }

    /** A test was delivered: nothing but an open circuit is ended by it, so that a monitor's tests leave retries alone. */
    public void tested(Caller caller, EndpointId id) {
        if (!writer.held(id)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            Endpoint endpoint = reader.lock(caller.account(), id);
            if (endpoint.settings().active() && writer.requestUnlessWithin(INTERVAL, id)) {
                audit.write(
                        caller,
                        AuditAction.ENDPOINT_RESUMED,
                        id,
                        AuditChanges.none().set("cause", "test"));
            }
        });
    }

    private RateLimited tooSoon(int seconds) {
        return RateLimited.of(
                "resumed_lately",
                "the webhook was resumed less than " + INTERVAL.toSeconds() + " s ago",
                Map.of(
                        "Retry-After",
                        Integer.toString(seconds),
                        "X-RateLimit-Limit",
                        "1",
                        "X-RateLimit-Remaining",
                        "0",
                        "X-RateLimit-Reset",
                        Long.toString(clock.instant().getEpochSecond() + seconds)));
    }
}
