package io.igregulator.webhooks.benchmark.database;

/**
 * Leaves PostgreSQL with WAL segments to use again, as a server has that has run for longer than a checkpoint. A new one
 * is 16 MiB of zeros, and every commit waits until the disk has them.
 */
public final class RecycledSegments {
    private RecycledSegments() {}

    public static void leave(Database database, int count) {
        for (int i = 0; i < count; i++) {
            // An empty segment would not be left.
            database.execute("SELECT pg_logical_emit_message(true, 'benchmark', 'full')");
            database.execute("SELECT pg_switch_wal()");
        }
        database.execute("CHECKPOINT");
    }
}
