package io.igregulator.webhooks.api.secret;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.endpoint.Endpoint;
import io.igregulator.webhooks.api.endpoint.EndpointAnnouncer;
import io.igregulator.webhooks.api.endpoint.EndpointReader;
import io.igregulator.webhooks.api.endpoint.SecretWriter;
import io.igregulator.webhooks.api.web.IfMatch;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.secret.SecretText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Rotation: the active secret gets an end, a new one takes its place, and both sign until that end. */
@Component
public final class RotateSecret {
    /** The contract's overlap. */
    private static final Duration OVERLAP = Duration.ofDays(7);

    /** The contract's bound on how many secrets sign at once, the new one included. */
    private static final int MAX_UNEXPIRED = 5;

    private final TransactionOperations transaction;
    private final EndpointReader endpoints;
    private final SecretWriter secrets;
    private final EndpointAnnouncer announcer;
    private final AuditLog audit;
    private final InstantSource clock;

    RotateSecret(
            TransactionOperations transaction,
            EndpointReader endpoints,
            SecretWriter secrets,
            EndpointAnnouncer announcer,
            AuditLog audit,
            InstantSource clock) {
        this.transaction = transaction;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.announcer = announcer;
        this.audit = audit;
        this.clock = clock;
    }

    public Rotated rotate(Caller caller, EndpointId id, IfMatch condition) {
        return transaction.execute(status -> {
            Endpoint endpoint = endpoints.lock(caller.account(), id);
            condition.require(endpoint.tag());
            // Read under the lock, so that of two rotations the later one also has the later time.
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Instant end = now.plus(OVERLAP);
            boolean hadActive = secrets.expireActive(id, end);
            SecretText created = secrets.add(id, now);
            secrets.prune(id, now, MAX_UNEXPIRED);
            announcer.secretRotated(endpoint);
            audit.write(caller, AuditAction.SECRET_ROTATED, id, AuditChanges.none());
            return new Rotated(created, hadActive ? end : null);
        });
    }

    /**
     * What a rotation did.
     *
     * @param previousExpiresAt null if no secret was active before
     */
    public record Rotated(SecretText created, @Nullable Instant previousExpiresAt) {}
}
