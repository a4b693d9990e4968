package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads single deliveries of an endpoint; whose endpoint it is has been asked before. */
@Component
final class DeliveryReader {
    private final JdbcClient jdbc;

    DeliveryReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound unless the endpoint has it */
    DeliveryView get(EndpointId endpoint, DeliveryId delivery) {
        return one("", endpoint, delivery);
    }

    /**
     * Nothing happens to it until the transaction ends.
     *
     * @throws NotFound unless the endpoint has it
     */
    DeliveryView lock(EndpointId endpoint, DeliveryId delivery) {
        return one("FOR NO KEY UPDATE", endpoint, delivery);
    }

    /** @throws NotFound unless the endpoint has it */
    DeliveryDetail detail(EndpointId endpoint, DeliveryId delivery) {
        return new DeliveryDetail(get(endpoint, delivery), payload(delivery), attempts(delivery));
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

    private @Nullable String payload(DeliveryId delivery) {
        return jdbc.sql("SELECT body FROM event WHERE id = (SELECT event_id FROM delivery WHERE id = ?)")
                .param(delivery.value())
                .query((row, number) -> new String(row.getBytes("body"), StandardCharsets.UTF_8))
                .optional()
                .orElse(null);
    }

    private List<AttemptView> attempts(DeliveryId delivery) {
        return jdbc.sql("SELECT * FROM every_attempt WHERE delivery_id = ? ORDER BY number")
                .param(delivery.value())
                .query(AttemptView::of)
                .list();
    }
}
