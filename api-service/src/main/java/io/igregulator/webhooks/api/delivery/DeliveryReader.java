package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads single deliveries of an endpoint; whose endpoint it is has been asked before. */
@Component
public final class DeliveryReader {
    private final JdbcClient jdbc;
    private final ReadHold holds;

    DeliveryReader(JdbcClient jdbc, ReadHold holds) {
        this.jdbc = jdbc;
        this.holds = holds;
    }

    /** @throws NotFound unless the endpoint has it */
    public DeliveryView get(EndpointId endpoint, DeliveryId delivery) {
        return one("", endpoint, delivery).under(holds.of(endpoint));
    }

    /**
     * Nothing happens to it until the transaction ends.
     *
     * @throws NotFound unless the endpoint has it
     */
    DeliveryView lock(EndpointId endpoint, DeliveryId delivery) {
        return one("FOR NO KEY UPDATE", endpoint, delivery);
    }

    private DeliveryView one(String locking, EndpointId endpoint, DeliveryId delivery) {
        return jdbc.sql("SELECT %s FROM delivery WHERE id = ? AND endpoint_id = ? %s"
                        .formatted(DeliveryView.COLUMNS, locking))
                .param(delivery.value())
                .param(endpoint.value())
                .query(DeliveryView::of)
                .optional()
                .orElseThrow(NotFound::delivery);
    }

    /** Exactly the JSON that is sent; empty when its retention has passed. */
    public Optional<byte[]> payload(DeliveryId delivery) {
        return jdbc.sql("SELECT body FROM event WHERE id = (SELECT event_id FROM delivery WHERE id = ?)")
                .param(delivery.value())
                .query((row, number) -> row.getBytes("body"))
                .optional();
    }

    /** The next few after one, oldest first. */
    public List<AttemptView> attempts(DeliveryId delivery, int after, int limit) {
        return jdbc.sql("SELECT * FROM every_attempt WHERE delivery_id = ? AND number > ? ORDER BY number LIMIT ?")
                .param(delivery.value())
                .param(after)
                .param(limit)
                .query(AttemptView::of)
                .list();
    }
}
