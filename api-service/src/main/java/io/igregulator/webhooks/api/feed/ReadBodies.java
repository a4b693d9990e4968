package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.sql.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the bodies of a few entries of a page. */
@Component
final class ReadBodies {
    private static final String BODIES = """
            SELECT stored.body
            FROM unnest(?) WITH ORDINALITY AS wanted (id, place),
                LATERAL (SELECT body FROM event WHERE event.id = wanted.id LIMIT 1) AS stored
            ORDER BY wanted.place
            """;

    private final JdbcClient jdbc;

    ReadBodies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the entries; what retention has since dropped is missing. */
    List<byte[]> of(List<FeedEntry> entries) {
        // Each event's partition follows from its id, so every one is looked up in its own.
        return jdbc.sql(BODIES)
                .param(Columns.of("uuid", entries, entry -> entry.position().event()))
                .query((row, number) -> row.getBytes("body"))
                .list();
    }
}
