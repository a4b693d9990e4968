package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.web.IfMatch;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.topic.EndpointChange.Kind;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The operator stops an endpoint, or lifts that; what changes nothing leaves no trace. */
@Component
public final class StopEndpoint {
    private final TransactionOperations transaction;
    private final EndpointReader reader;
    private final EndpointWriter writer;
    private final ResumeWriter resume;
    private final EndpointAnnouncer announcer;
    private final AuditLog audit;
    private final InstantSource clock;

    StopEndpoint(
            TransactionOperations transaction,
            EndpointReader reader,
            EndpointWriter writer,
            ResumeWriter resume,
            EndpointAnnouncer announcer,
            AuditLog audit,
            InstantSource clock) {
        this.transaction = transaction;
        this.reader = reader;
        this.writer = writer;
        this.resume = resume;
        this.announcer = announcer;
        this.audit = audit;
        this.clock = clock;
    }

    public Endpoint update(Actor actor, AccountId account, EndpointId id, IfMatch condition, StopPatch patch) {
        return transaction.execute(status -> {
            Endpoint before = reader.lock(account, id);
            condition.require(before.tag());
            @Nullable OperatorStop stop = before.stop();
            @Nullable String reason = patch.reason();
            if (reason == null) {
                return stop == null ? before : lift(actor, before);
            }
            return stop != null && stop.reason().equals(reason) ? before : stop(actor, before, reason);
        });
    }

    private Endpoint stop(Actor actor, Endpoint before, String reason) {
        OperatorStop stop = new OperatorStop(clock.instant().truncatedTo(ChronoUnit.MILLIS), reason);
        return changed(actor, before, writer.stop(before.id(), stop), reason);
    }

    private Endpoint lift(Actor actor, Endpoint before) {
        long version = writer.liftStop(before.id());
        Endpoint after = changed(actor, before, version, null);
        if (after.settings().active()) {
            resume.request(before.id());
        }
        return after;
    }

    private Endpoint changed(Actor actor, Endpoint before, long version, @Nullable String reason) {
        announcer.announce(before.id(), Kind.UPDATED, version);
        Endpoint after = reader.get(before.owner(), before.id());
        @Nullable OperatorStop stop = before.stop();
        AuditChanges changes = AuditChanges.none()
                .changed(
                        EndpointFields.ACTIVE,
                        before.settings().active(),
                        after.settings().active())
                .changed(StopPatch.REASON, stop == null ? null : stop.reason(), reason);
        audit.write(actor, AuditAction.ENDPOINT_UPDATED, before.owner(), before.id(), changes);
        return after;
    }
}
