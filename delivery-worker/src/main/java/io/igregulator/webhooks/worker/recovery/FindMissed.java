package io.igregulator.webhooks.worker.recovery;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.worker.recipient.Audience;
import io.igregulator.webhooks.worker.recipient.ReadTaken;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the stored events of a span that an endpoint takes as it is now and of which it has no delivery in any status, nor one
 * that waits. Looks at a bounded number of events per call.
 */
final class FindMissed {
    private static final int LOOKED_AT = 1_000;
    private static final String DELIVERIES = """
            SELECT id FROM delivery WHERE id = ANY (:ids)
            UNION ALL
            SELECT delivery_id FROM waiting_delivery WHERE delivery_id = ANY (:ids)
            """;

    private final JdbcClient jdbc;
    private final ReadStored stored;
    private final ReadTaken taken;

    FindMissed(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.stored = new ReadStored(jdbc);
        this.taken = new ReadTaken(jdbc);
    }

    /**
     * What was found behind a place.
     *
     * @param missed in the order of their places
     * @param next the place to continue behind
     * @param last whether nothing of the span is behind it
     */
    record Found(List<StoredEvent> missed, StoredPlace next, boolean last) {
        Found {
            missed = List.copyOf(missed);
        }
    }

    Found next(MissedSpan span, StoredPlace after) {
        List<StoredEvent> events = stored.next(span, after, LOOKED_AT);
        StoredPlace next = events.isEmpty() ? after : events.getLast().place();
        return new Found(missed(span, events), next, events.size() < LOOKED_AT);
    }

    private List<StoredEvent> missed(MissedSpan span, List<StoredEvent> events) {
        Set<Audience> takes = taken.of(
                span.endpoint(),
                events.stream()
                        .map(StoredEvent::audience)
                        .flatMap(Optional::stream)
                        .toList());
        List<StoredEvent> wanted = events.stream()
                .filter(event -> !event.id().time().isBefore(span.oldest()))
                .filter(event -> event.audience().filter(takes::contains).isPresent())
                .toList();
        Set<DeliveryId> known =
                deliveries(wanted.stream().map(StoredEvent::delivery).toList());
        return wanted.stream()
                .filter(event -> !known.contains(event.delivery()))
                .toList();
    }

    private Set<DeliveryId> deliveries(Collection<DeliveryId> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql(DELIVERIES)
                        .param("ids", Columns.of("uuid", ids, DeliveryId::value))
                        .query((row, number) -> new DeliveryId(Rows.uuid(row, 1)))
                        .list());
    }
}
