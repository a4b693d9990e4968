package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.id.DeliveryId;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Which of some deliveries already have an outcome in PostgreSQL, whoever wrote it. */
final class RecordedDeliveries {
    private final JdbcClient jdbc;

    RecordedDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<DeliveryId> among(Collection<DeliveryId> ids) {
        return Set.copyOf(jdbc.sql("SELECT id FROM delivery WHERE id = ANY (?)")
                .param(new SqlArrayValue(
                        "uuid", ids.stream().map(DeliveryId::value).toArray()))
                .query((row, number) -> new DeliveryId(row.getObject("id", UUID.class)))
                .list());
    }
}
