package io.igregulator.webhooks.api.replay;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.ReplayId;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Records a replay. Once recorded it is carried out, after those before it. */
@Component
final class StartReplay {
    private final TransactionOperations transaction;
    private final ReplayStore replays;
    private final AuditLog audit;
    private final InstantSource clock;

    StartReplay(TransactionOperations transaction, ReplayStore replays, AuditLog audit, InstantSource clock) {
        this.transaction = transaction;
        this.replays = replays;
        this.audit = audit;
        this.clock = clock;
    }

    ReplayView start(Actor actor, ReplaySpan span) {
        return transaction.execute(status -> {
            ReplayId id = new ReplayId(UUID.randomUUID());
            replays.insert(id, span, clock.instant());
            audit.write(actor, AuditAction.REPLAY_STARTED, null, id, changes(span));
            return replays.get(id);
        });
    }

    private static AuditChanges changes(ReplaySpan span) {
        AuditChanges changes = AuditChanges.none()
                .set("from", span.from().toString())
                .set("to", span.to().toString());
        return span.types().isEmpty() ? changes : changes.set("types", String.join(", ", span.types()));
    }
}
