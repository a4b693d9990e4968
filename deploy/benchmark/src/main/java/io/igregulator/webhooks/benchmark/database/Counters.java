package io.igregulator.webhooks.benchmark.database;

/** PostgreSQL's own counts since its start. */
public record Counters(long walBytes, long inserted, long updated, long deleted, long commits) {

    public static Counters read(Database database) {
        return database.row(
                """
                SELECT wal_bytes::bigint, tup_inserted, tup_updated, tup_deleted, xact_commit
                FROM pg_stat_wal, pg_stat_database WHERE datname = current_database()
                """,
                row -> new Counters(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
    }

    public Counters since(Counters earlier) {
        return new Counters(
                walBytes - earlier.walBytes,
                inserted - earlier.inserted,
                updated - earlier.updated,
                deleted - earlier.deleted,
                commits - earlier.commits);
    }

    public long rows() {
        return inserted + updated + deleted;
    }
}
