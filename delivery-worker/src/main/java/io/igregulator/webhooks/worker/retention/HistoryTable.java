package io.igregulator.webhooks.worker.retention;

import java.util.Locale;

/** The tables that are partitioned by id, and so by the event's time. */
enum HistoryTable {
    EVENT("id", "published_at"),
    DELIVERY("id", "created_at"),
    ATTEMPT("delivery_id", "started_at"),
    PUBLICATION("id", "accepted_at");

    private final String key;
    private final String writtenAt;

    HistoryTable(String key, String writtenAt) {
        this.key = key;
        this.writtenAt = writtenAt;
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The home of what no other partition takes. */
    String defaultPartition() {
        return table() + "_default";
    }

    /** The column that the partitions are ranges of. */
    String key() {
        return key;
    }

    /** The column with our own time, which is never absurd. */
    String writtenAt() {
        return writtenAt;
    }
}
