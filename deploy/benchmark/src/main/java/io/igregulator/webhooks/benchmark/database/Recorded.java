package io.igregulator.webhooks.benchmark.database;

/** What the platform wrote down of its deliveries. */
public final class Recorded {
    private Recorded() {}

    /** Deliveries that ended with a 2xx: by columns that every version's schema has, since versions are compared too. */
    public static long successes(Database database) {
        return database.row(
                "SELECT count(*) FROM delivery WHERE completed_at IS NOT NULL AND last_http_status BETWEEN 200 AND 299",
                row -> row.getLong(1));
    }
}
