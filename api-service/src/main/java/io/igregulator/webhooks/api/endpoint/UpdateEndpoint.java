package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.audit.AuditAction;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.web.IfMatch;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.topic.EndpointChange.Kind;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A change of settings; one that changes nothing leaves no trace. */
@Component
final class UpdateEndpoint {
    private final VetUrl vetUrl;
    private final TransactionOperations transaction;
    private final EndpointReader reader;
    private final EndpointWriter writer;
    private final EndpointAnnouncer announcer;
    private final AuditLog audit;

    UpdateEndpoint(
            VetUrl vetUrl,
            TransactionOperations transaction,
            EndpointReader reader,
            EndpointWriter writer,
            EndpointAnnouncer announcer,
            AuditLog audit) {
        this.vetUrl = vetUrl;
        this.transaction = transaction;
        this.reader = reader;
        this.writer = writer;
        this.announcer = announcer;
        this.audit = audit;
    }

    Endpoint update(Caller caller, EndpointId id, IfMatch condition, EndpointPatch patch) {
        // Unknown ids first: the DNS is not asked on behalf of endpoints that do not exist, or of a change that is too
        // late.
        condition.require(reader.get(caller.account(), id).tag());
        @Nullable URI url = patch.url() == null ? null : vetUrl.vet(patch.url(), caller.account());
        return transaction.execute(status -> {
            Endpoint current = reader.lock(caller.account(), id);
            condition.require(current.tag());
            EndpointSettings changed = patch.applyTo(current.settings(), url);
            return changed.equals(current.settings()) ? current : write(caller, current, changed);
        });
    }

    private Endpoint write(Caller caller, Endpoint current, EndpointSettings changed) {
        Endpoint endpoint = current.with(changed);
        writer.update(endpoint);
        if (changed.active() && !current.settings().active()) {
            writer.wakeQueue(endpoint.id());
        }
        announcer.announce(endpoint.id(), Kind.UPDATED, endpoint.version());
        audit.write(
                caller,
                AuditAction.ENDPOINT_UPDATED,
                endpoint.id(),
                EndpointAudit.changed(current.settings(), changed));
        return endpoint;
    }
}
