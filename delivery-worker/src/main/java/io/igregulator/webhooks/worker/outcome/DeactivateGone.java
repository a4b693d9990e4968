package io.igregulator.webhooks.worker.outcome;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.outbox.OutboxMessage;
import io.igregulator.webhooks.outbox.OutboxWriter;
import io.igregulator.webhooks.topic.EndpointChange;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.outcome.Outcome.Attempted;
import io.igregulator.webhooks.worker.retry.RetryDecision.Gone;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A receiver that answered 410 wants no more: its endpoint becomes inactive, and everybody hears of it. */
final class DeactivateGone {
    private final JdbcClient jdbc;
    private final OutboxWriter outbox;

    DeactivateGone(JdbcClient jdbc, OutboxWriter outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    void write(List<Outcome> batch) {
        batch.stream()
                .filter(outcome -> outcome instanceof Attempted attempted && attempted.decision() instanceof Gone)
                .map(outcome -> outcome.delivery().endpoint())
                .distinct()
                .sorted()
                .forEach(this::deactivate);
    }

    private void deactivate(EndpointId endpoint) {
        jdbc.sql("UPDATE endpoint SET active = false, version = version + 1 WHERE id = ? AND active RETURNING version")
                .param(endpoint.value())
                .query(Long.class)
                .optional()
                .map(version -> new EndpointChange(endpoint, EndpointChange.Kind.UPDATED, version))
                .map(change -> new OutboxMessage(Topics.ENDPOINT_CHANGES, endpoint.toString(), change.toJson()))
                .ifPresent(outbox::write);
    }
}
