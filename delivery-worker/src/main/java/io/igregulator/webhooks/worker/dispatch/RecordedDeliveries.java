package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which of some deliveries already have an outcome in PostgreSQL, written by any worker. */
final class RecordedDeliveries {
    private final JdbcClient jdbc;

    RecordedDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<DeliveryId> among(Collection<DeliveryId> ids) {
        return Set.copyOf(jdbc.sql("SELECT id FROM delivery WHERE id = ANY (?)")
                .param(Columns.of("uuid", ids, DeliveryId::value))
                .query((row, number) -> new DeliveryId(Rows.uuid(row, "id")))
                .list());
    }
}
