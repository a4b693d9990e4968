package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.api.account.Actor;
import io.igregulator.webhooks.api.audit.AuditLog;
import io.igregulator.webhooks.api.error.Conflict;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.audit.AuditChanges;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.outbox.OutboxWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes all events of a request or none, in one transaction: what is new is put in the outbox, what is known has to be the
 * same as before. Of two requests with one event, the later waits at its row for the earlier one's end.
 */
@Component
final class PublishEvents {
    private final TransactionOperations transaction;
    private final PublicationStore publications;
    private final OutboxWriter outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    PublishEvents(
            TransactionOperations transaction,
            PublicationStore publications,
            OutboxWriter outbox,
            AuditLog audit,
            InstantSource clock) {
        this.transaction = transaction;
        this.publications = publications;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Durable when it returns.
     *
     * @throws Conflict when one of the events is known with another body
     */
    List<Publication> publish(Actor actor, List<Submission> submissions) {
        Map<EventId, Submission> distinct = distinct(submissions);
        Set<EventId> accepted = transaction.execute(status -> accept(actor, distinct));
        List<Publication> result = new ArrayList<>(submissions.size());
        for (Submission submission : submissions) {
            // Removed, so that only the first of equal lines counts as accepted.
            boolean isNew = accepted.remove(submission.id());
            result.add(new Publication(
                    submission.id(), isNew ? Publication.Status.ACCEPTED : Publication.Status.DUPLICATE));
        }
        return result;
    }

    private static Map<EventId, Submission> distinct(List<Submission> submissions) {
        Map<EventId, Submission> distinct = LinkedHashMap.newLinkedHashMap(submissions.size());
        for (Submission submission : submissions) {
            Submission earlier = distinct.putIfAbsent(submission.id(), submission);
            if (earlier != null) {
                requireSame(submission, earlier.fingerprint());
            }
        }
        return distinct;
    }

    private Set<EventId> accept(Actor actor, Map<EventId, Submission> submissions) {
        Set<EventId> remembered = publications.remember(submissions.values(), clock.instant());
        Set<EventId> repeated = without(submissions.keySet(), remembered);
        Map<EventId, Fingerprint> known = publications.taken(repeated);
        known.putAll(publications.stored(remembered));
        known.forEach((id, fingerprint) -> {
            Submission submission = submissions.get(id);
            if (submission != null) {
                requireSame(submission, fingerprint);
            }
        });
        Set<EventId> accepted = without(submissions.keySet(), known.keySet());
        write(actor, submissions, accepted);
        return accepted;
    }

    private void write(Actor actor, Map<EventId, Submission> submissions, Set<EventId> accepted) {
        if (!accepted.isEmpty()) {
            outbox.write(submissions.values().stream()
                    .filter(submission -> accepted.contains(submission.id()))
                    .map(Submission::toMessage)
                    .toList());
            outbox.notifyRelay();
            Object target = accepted.size() == 1 ? accepted.iterator().next() : "batch";
            AuditChanges changes = AuditChanges.none().set("accepted", accepted.size());
            audit.write(actor, AuditAction.EVENTS_PUBLISHED, null, target, changes);
        }
    }

    private static Set<EventId> without(Set<EventId> ids, Set<EventId> others) {
        Set<EventId> rest = new HashSet<>(ids);
        rest.removeAll(others);
        return rest;
    }

    private static void requireSame(Submission submission, Fingerprint before) {
        if (!submission.fingerprint().equals(before)) {
            throw Conflict.idempotency(
                    submission.place().field("/event_id"),
                    submission.place().name() + ": another body was published under this event id before",
                    "the same bytes again are answered with 200; another event needs another id");
        }
    }

    /** What became of one event. */
    record Publication(EventId event, Status status) {
        /** Either way it is durable. */
        enum Status {
            ACCEPTED,
            DUPLICATE
        }
    }
}
