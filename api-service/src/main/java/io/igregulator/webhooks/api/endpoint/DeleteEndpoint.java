package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.web.IfMatch;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.topic.EndpointChange.Kind;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removal of an endpoint with its secrets and its waiting deliveries. Its history, which may be millions of rows, is only
 * marked; a worker removes it in the background.
 */
@Component
public final class DeleteEndpoint {
    private final TransactionOperations transaction;
    private final EndpointReader reader;
    private final EndpointWriter writer;
    private final EndpointAnnouncer announcer;
    private final AuditLog audit;
    private final InstantSource clock;

    DeleteEndpoint(
            TransactionOperations transaction,
            EndpointReader reader,
            EndpointWriter writer,
            EndpointAnnouncer announcer,
            AuditLog audit,
            InstantSource clock) {
        this.transaction = transaction;
        this.reader = reader;
        this.writer = writer;
        this.announcer = announcer;
        this.audit = audit;
        this.clock = clock;
    }

    public void delete(Caller caller, EndpointId id, IfMatch condition) {
        transaction.executeWithoutResult(status -> {
            Endpoint endpoint = reader.lock(caller.account(), id);
            condition.require(endpoint.tag());
            remove(caller.actor(), endpoint);
        });
    }

    /** Within the caller's transaction, which has locked it. */
    void remove(Actor actor, Endpoint endpoint) {
        writer.delete(endpoint.id(), clock.instant());
        announcer.announce(endpoint.id(), Kind.DELETED, endpoint.version() + 1);
        audit.write(actor, AuditAction.ENDPOINT_DELETED, endpoint.owner(), endpoint.id(), AuditChanges.none());
    }
}
