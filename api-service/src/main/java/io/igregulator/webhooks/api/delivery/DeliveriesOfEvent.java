package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.id.TimePrefix;
import io.igregulator.webhooks.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the deliveries of one event by primary key, without an index of their own: an id follows from event and endpoint. */
@Component
public final class DeliveriesOfEvent {
    private static final String OF_ENDPOINTS = """
            SELECT %s
            FROM delivery
            WHERE id = ANY (?)
            """.formatted(DeliveryView.COLUMNS);

    /** All ids of an event begin with its milliseconds, as do those of other events of that millisecond. */
    private static final String OF_ANY = """
            SELECT d.*, e.account_id
            FROM (
                SELECT %s
                FROM delivery
                WHERE id > greatest(?::uuid, ?::uuid) AND id <= ? AND event_id = ?
                ORDER BY id
                LIMIT ?
            ) d
            LEFT JOIN endpoint e ON e.id = d.endpoint_id
            ORDER BY d.id
            """.formatted(DeliveryView.COLUMNS);

    private static final long REST = 0xFFFF;

    private final JdbcClient jdbc;
    private final ReadHold holds;

    DeliveriesOfEvent(JdbcClient jdbc, ReadHold holds) {
        this.jdbc = jdbc;
        this.holds = holds;
    }

    /** Those that there are. */
    public Map<EndpointId, DeliveryView> to(Collection<EndpointId> endpoints, EventId event) {
        DeliveryId.Maker ids = new DeliveryId.Maker();
        Map<EndpointId, DeliveryView> found = new HashMap<>();
        jdbc.sql(OF_ENDPOINTS)
                .param(Columns.of(
                        "uuid", endpoints, endpoint -> ids.of(event, endpoint).value()))
                .query(row -> {
                    DeliveryView delivery = DeliveryView.of(row, 0);
                    found.put(delivery.webhookId(), delivery);
                });
        Map<EndpointId, EndpointHold> held = holds.of(found.keySet());
        found.replaceAll((endpoint, delivery) -> delivery.under(held.getOrDefault(endpoint, EndpointHold.NONE)));
        return found;
    }

    /**
     * To endpoints of all accounts, by delivery id.
     *
     * @param after the last that was read before, or any lower id
     */
    public List<SentTo> page(EventId event, UUID after, int rows) {
        UUID first = TimePrefix.firstAt(event.time());
        List<SentTo> found = jdbc.sql(OF_ANY)
                .param(after)
                .param(first)
                .param(new UUID(first.getMostSignificantBits() | REST, -1))
                .param(event.bits())
                .param(rows)
                .query(DeliveriesOfEvent::sentTo)
                .list();
        Map<EndpointId, EndpointHold> held =
                holds.of(found.stream().map(sent -> sent.delivery().webhookId()).toList());
        return found.stream().map(sent -> sent.under(held)).toList();
    }

    private static SentTo sentTo(ResultSet row, int number) throws SQLException {
        @Nullable UUID account = row.getObject("account_id", UUID.class);
        return new SentTo(account == null ? null : new AccountId(account), DeliveryView.of(row, number));
    }
}
