package io.igregulator.webhooks.api.replay;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EnvelopeReading.Invalid;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.id.TimePrefix;
import io.igregulator.webhooks.outbox.OutboxMessage;
import io.igregulator.webhooks.outbox.OutboxWriter;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts the next events of the oldest unfinished replay in the outbox, as they were published first. Fan-out knows their ids,
 * so it stores nothing again and marks the records as repeats, and dispatch sends what has no outcome yet.
 */
final class ReplayStep {
    private static final Logger log = LoggerFactory.getLogger(ReplayStep.class);
    private static final int BATCH = 200;

    /** Rows that wait in the outbox: what is published now must not wait behind a long replay. */
    private static final int MOST_WAITING = 1_000;

    private static final String TAKE = """
            SELECT id, position, until FROM replay WHERE status <> 'done'
            ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """;
    private static final String MOVE = """
            UPDATE replay SET position = :position, published = published + :published,
                status = CASE WHEN :done THEN 'done' ELSE 'running' END,
                finished_at = CASE WHEN :done THEN :now::timestamptz END
            WHERE id = :id
            """;

    /**
     * What is looked at is bounded, not what is found: no index knows types, and a transaction that goes through a long span
     * for a rare one holds up every feed.
     */
    private static final String NEXT = """
            SELECT e.id, CASE WHEN r.types IS NULL OR e.type = ANY (r.types) THEN e.body END AS body
            FROM replay r, LATERAL (
                SELECT id, type, body FROM event WHERE id > :position AND id < :end ORDER BY id LIMIT :batch
            ) e
            WHERE r.id = :replay
            ORDER BY e.id
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final OutboxWriter outbox;
    private final InstantSource clock;
    private final EnvelopeReader reader = new EnvelopeReader();

    ReplayStep(JdbcClient jdbc, TransactionOperations transaction, OutboxWriter outbox, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Replay(UUID id, UUID position, UUID end) {}

    /** @param body null for an event that the replay does not want */
    private record Stored(UUID id, byte @Nullable [] body) {}

    /** @return whether there is more to do at once */
    boolean tick() {
        return transaction.execute(
                status -> take().map(replay -> !crowded() && move(replay)).orElse(false));
    }

    private boolean crowded() {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM outbox LIMIT ?) waiting")
                        .param(MOST_WAITING)
                        .query(Integer.class)
                        .single()
                >= MOST_WAITING;
    }

    /** Another process may be at one: it holds the lock. */
    private Optional<Replay> take() {
        return jdbc.sql(TAKE)
                .query((row, number) -> new Replay(
                        Rows.uuid(row, "id"),
                        Rows.uuid(row, "position"),
                        TimePrefix.firstAt(Rows.instant(row, "until"))))
                .optional();
    }

    private boolean move(Replay replay) {
        List<Stored> events = next(replay);
        List<OutboxMessage> messages = events.stream().flatMap(this::message).toList();
        outbox.write(messages);
        outbox.notifyRelay();
        boolean done = events.size() < BATCH;
        jdbc.sql(MOVE)
                .param(
                        "position",
                        events.isEmpty() ? replay.position() : events.getLast().id())
                .param("published", messages.size())
                .param("done", done)
                .param("now", SqlTime.of(clock.instant()))
                .param("id", replay.id())
                .update();
        return !done;
    }

    private List<Stored> next(Replay replay) {
        return jdbc.sql(NEXT)
                .param("replay", replay.id())
                .param("position", replay.position())
                .param("end", replay.end())
                .param("batch", BATCH)
                .query((row, number) -> new Stored(Rows.uuid(row, "id"), row.getBytes("body")))
                .list();
    }

    private Stream<OutboxMessage> message(Stored event) {
        byte @Nullable [] body = event.body();
        if (body == null) {
            return Stream.empty();
        }
        return switch (reader.read(body)) {
            case Valid(var envelope) ->
                Stream.of(new OutboxMessage(envelope.type().domain().topic(), envelope.key(), body));
            case Invalid(var reason, var defect) -> {
                log.warn(
                        "event {} is not published again, since an older release accepted more: {}",
                        event.id(),
                        reason);
                yield Stream.empty();
            }
        };
    }
}
