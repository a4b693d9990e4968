package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.error.Conflict;
import io.igregulator.webhooks.api.web.IfMatch;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.topic.EndpointChange.Kind;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A change of settings; one that changes nothing leaves no trace. */
@Component
public final class UpdateEndpoint {
    private final VetUrl vetUrl;
    private final TransactionOperations transaction;
    private final EndpointReader reader;
    private final EndpointWriter writer;
    private final ResumeWriter resume;
    private final EndpointAnnouncer announcer;
    private final AuditLog audit;

    UpdateEndpoint(
            VetUrl vetUrl,
            TransactionOperations transaction,
            EndpointReader reader,
            EndpointWriter writer,
            ResumeWriter resume,
            EndpointAnnouncer announcer,
            AuditLog audit) {
        this.vetUrl = vetUrl;
        this.transaction = transaction;
        this.reader = reader;
        this.writer = writer;
        this.resume = resume;
        this.announcer = announcer;
        this.audit = audit;
    }

    public Endpoint update(Caller caller, EndpointId id, IfMatch condition, EndpointPatch patch) {
        // Unknown ids first: the DNS is not asked on behalf of endpoints that do not exist, or of a change that is too
        // late.
        condition.require(reader.get(caller.account(), id).tag());
        @Nullable URI url = patch.url() == null ? null : vetUrl.vet(patch.url(), caller.account());
        return transaction.execute(status -> {
            Endpoint current = reader.lock(caller.account(), id);
            condition.require(current.tag());
            patch.requireAllowed(current);
            EndpointSettings changed = patch.applyTo(current.settings(), url);
            if (changed.active() && current.stop() != null) {
                throw Conflict.stopped(EndpointFields.ACTIVE);
            }
            return changed.equals(current.settings()) ? current : write(caller.actor(), current, changed);
        });
    }

    /** Whether a change resumes it. Requested after the row's update, since workers read the row before they park. */
    private static boolean resumes(EndpointSettings current, EndpointSettings changed) {
        return changed.active() && (!current.active() || !changed.url().equals(current.url()));
    }

    /** Within the caller's transaction, which has locked the row. */
    Endpoint write(Actor actor, Endpoint current, EndpointSettings changed) {
        Endpoint endpoint = current.with(changed);
        Instant updatedAt = writer.update(endpoint);
        if (resumes(current.settings(), changed)) {
            resume.request(endpoint.id());
        }
        announcer.announce(endpoint.id(), Kind.UPDATED, endpoint.version());
        audit.write(
                actor,
                AuditAction.ENDPOINT_UPDATED,
                endpoint.owner(),
                endpoint.id(),
                EndpointAudit.changed(current.settings(), changed));
        return endpoint.updatedAt(updatedAt);
    }
}
