package io.igregulator.webhooks.worker.degraded;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.outbox.OutboxMessage;
import io.igregulator.webhooks.outbox.OutboxWriter;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.notice.Notice;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * State and announcement in the transaction of the outcomes that brought the episode about. The row is the episode: only
 * the worker that inserts it announces it, so two workers that notice the same announce it once.
 */
public final class WriteEpisodes {
    private static final String BEGIN = """
            WITH begun AS (
                INSERT INTO endpoint_degradation (endpoint_id, shard, degraded_at)
                SELECT id, ?, ? FROM endpoint WHERE id = ?
                ON CONFLICT DO NOTHING
                RETURNING endpoint_id
            )
            SELECT url FROM endpoint JOIN begun ON endpoint_id = id
            """;
    private static final String END = """
            DELETE FROM endpoint_degradation USING endpoint WHERE endpoint_id = ? AND id = endpoint_id
            RETURNING url, degraded_at
            """;

    private final JdbcClient jdbc;
    private final OutboxWriter outbox;
    private final DegradedProperties properties;
    private final RandomGenerator random;
    private final InstantSource clock;

    WriteEpisodes(
            JdbcClient jdbc,
            OutboxWriter outbox,
            DegradedProperties properties,
            RandomGenerator random,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.properties = properties;
        this.random = random;
        this.clock = clock;
    }

    public void write(List<Episode> episodes) {
        for (Episode episode : episodes) {
            switch (episode) {
                case Episode.Began began -> begin(began);
                case Episode.Ended(EndpointId endpoint) -> end(endpoint);
            }
        }
    }

    /** Does nothing for an endpoint that has been deleted, or whose episode another worker has announced. */
    private void begin(Episode.Began began) {
        jdbc.sql(BEGIN)
                .param(began.shard())
                .param(SqlTime.of(began.at()))
                .param(began.endpoint().value())
                .query(String.class)
                .optional()
                .ifPresent(url -> outbox.write(new OutboxMessage(
                        Topics.WEBHOOK_EVENTS,
                        began.endpoint().toString(),
                        Announcement.of(began, url, properties.window()))));
    }

    /** Only the worker that deletes the row announces the end, so a batch written twice announces it once. */
    private void end(EndpointId endpoint) {
        jdbc.sql(END)
                .param(endpoint.value())
                .query((row, number) -> recovery(endpoint, row.getString("url"), Rows.instant(row, "degraded_at")))
                .optional()
                .ifPresent(recovery -> outbox.write(recovery.message()));
    }

    private Notice recovery(EndpointId endpoint, String url, Instant degradedSince) {
        Instant now = clock.instant();
        Notice notice = new Notice(EventType.ENDPOINT_RECOVERED, EventId.create(now, random), now, endpoint, url);
        notice.data().put("degraded_since", Notice.time(degradedSince)).put("recovered_at", Notice.time(now));
        return notice;
    }
}
