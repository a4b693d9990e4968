package io.igregulator.webhooks.benchmark.database;

/** What the platform wrote down of its deliveries. */
public record Recorded(long succeeded, long others, long waiting) {

    public static Recorded read(Database database) {
        return database.row("""
                SELECT count(*) FILTER (WHERE status = 'success'), count(*) FILTER (WHERE status <> 'success'),
                       (SELECT count(*) FROM waiting_delivery)
                FROM delivery
                """, row -> new Recorded(row.getLong(1), row.getLong(2), row.getLong(3)));
    }
}
