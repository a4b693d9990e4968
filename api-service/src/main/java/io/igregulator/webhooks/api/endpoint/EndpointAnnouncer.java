package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.outbox.OutboxMessage;
import io.igregulator.webhooks.outbox.OutboxWriter;
import io.igregulator.webhooks.topic.EndpointChange;
import io.igregulator.webhooks.topic.EndpointChange.Kind;
import io.igregulator.webhooks.topic.Topics;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notifies the workers of a change, through the outbox of the transaction that makes it. */
@Component
public final class EndpointAnnouncer {
    private final JdbcClient jdbc;
    private final OutboxWriter outbox;

    EndpointAnnouncer(JdbcClient jdbc, OutboxWriter outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** A new version for secrets that came or went; the caller has locked the endpoint's row, which they are not in. */
    public void secretRotated(Endpoint endpoint) {
        long version = jdbc.sql("UPDATE endpoint SET version = version + 1 WHERE id = ? RETURNING version")
                .param(endpoint.id().value())
                .query(Long.class)
                .single();
        announce(endpoint.id(), Kind.SECRET_ROTATED, version);
    }

    void announce(EndpointId endpoint, Kind kind, long version) {
        announce(List.of(new EndpointChange(endpoint, kind, version)));
    }

    void announce(List<EndpointChange> changes) {
        outbox.write(changes.stream()
                .map(change -> new OutboxMessage(
                        Topics.ENDPOINT_CHANGES, change.endpoint().toString(), change.toJson()))
                .toList());
        outbox.notifyRelay();
    }
}
