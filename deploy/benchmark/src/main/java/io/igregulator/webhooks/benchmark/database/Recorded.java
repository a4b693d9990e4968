package io.igregulator.webhooks.benchmark.database;

import io.igregulator.webhooks.history.DeliveryStatus;

/** What the platform wrote down of its deliveries. */
public record Recorded(long succeeded, long others, long waiting) {

    public static Recorded read(Database database) {
        return database.row(
                """
                SELECT count(*) FILTER (WHERE status = %1$d), count(*) FILTER (WHERE status <> %1$d),
                       (SELECT count(*) FROM waiting_delivery)
                FROM delivery
                """.formatted(DeliveryStatus.SUCCESS.code()),
                row -> new Recorded(row.getLong(1), row.getLong(2), row.getLong(3)));
    }
}
