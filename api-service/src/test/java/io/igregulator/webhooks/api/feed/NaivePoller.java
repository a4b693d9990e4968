package io.igregulator.webhooks.api.feed;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A feed as one would write it first: from the greatest id, or time, that was seen. It shows what that misses. */
final class NaivePoller {
    private final JdbcClient jdbc;
    private final String audience;
    private final String column;
    private final Set<String> received = new LinkedHashSet<>();
    private @Nullable String last;

    NaivePoller(JdbcClient jdbc, String audience, String column) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.column = column;
    }

    void poll() {
        jdbc.sql("""
                        SELECT event_id::text, %1$s::text FROM feed_entry
                        WHERE audience = ? AND (?::text IS NULL OR %1$s::text > ?)
                        ORDER BY %1$s
                        """.formatted(column)).param(audience).param(last).param(last).query(row -> {
            received.add(row.getString(1));
            last = row.getString(2);
        });
    }

    Set<String> received() {
        return received;
    }
}
