package io.igregulator.webhooks.worker.degraded;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.outbox.OutboxMessage;
import io.igregulator.webhooks.outbox.OutboxWriter;
import io.igregulator.webhooks.topic.Topics;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * State and announcement in the transaction of the outcomes that brought the episode about. The row is the episode: only
 * who inserts it announces, so two workers that notice the same announce it once.
 */
public final class WriteEpisodes {
    private final JdbcClient jdbc;
    private final OutboxWriter outbox;
    private final DegradedProperties properties;

    WriteEpisodes(JdbcClient jdbc, OutboxWriter outbox, DegradedProperties properties) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.properties = properties;
    }

    public void write(List<Episode> episodes) {
        for (Episode episode : episodes) {
            switch (episode) {
                case Episode.Began began -> begin(began);
                case Episode.Ended(EndpointId endpoint) -> end(endpoint);
            }
        }
    }

    /** Does nothing for an endpoint that was deleted meanwhile, or whose episode another worker has announced. */
    private void begin(Episode.Began began) {
        jdbc.sql("""
                        WITH begun AS (
                            INSERT INTO endpoint_degradation (endpoint_id, shard, degraded_at)
                            SELECT id, ?, ? FROM endpoint WHERE id = ?
                            ON CONFLICT DO NOTHING
                            RETURNING endpoint_id
                        )
                        SELECT url FROM endpoint JOIN begun ON endpoint_id = id
                        """)
                .param(began.shard())
                .param(began.at().atOffset(ZoneOffset.UTC))
                .param(began.endpoint().value())
                .query(String.class)
                .optional()
                .ifPresent(url -> outbox.write(new OutboxMessage(
                        Topics.WEBHOOK_EVENTS,
                        began.endpoint().toString(),
                        Announcement.of(began, url, properties.window()))));
    }

    private void end(EndpointId endpoint) {
        jdbc.sql("DELETE FROM endpoint_degradation WHERE endpoint_id = ?")
                .param(endpoint.value())
                .update();
    }
}
