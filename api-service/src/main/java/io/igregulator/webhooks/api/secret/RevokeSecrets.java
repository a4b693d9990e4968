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
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The end of an overlap before its time, for a secret that leaked: from the next delivery on the active one signs alone. */
@Component
public final class RevokeSecrets {
    private final TransactionOperations transaction;
    private final EndpointReader endpoints;
    private final SecretWriter secrets;
    private final EndpointAnnouncer announcer;
    private final AuditLog audit;
    private final InstantSource clock;

    RevokeSecrets(
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

    /** @return how many secrets signed until now and do no longer */
    public int revoke(Caller caller, EndpointId id, IfMatch condition) {
        return transaction.execute(status -> {
            Endpoint endpoint = endpoints.lock(caller.account(), id);
            condition.require(endpoint.tag());
            int revoked = secrets.removeOlder(id, clock.instant());
            if (revoked > 0) {
                announcer.secretRotated(endpoint);
                AuditChanges changes = AuditChanges.none().set("revoked", revoked);
                audit.write(caller, AuditAction.SECRET_REVOKED, id, changes);
            }
            return revoked;
        });
    }
}
