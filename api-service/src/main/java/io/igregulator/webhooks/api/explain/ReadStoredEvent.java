package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EnvelopeReading.Invalid;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType.Audience;
import io.igregulator.webhooks.event.FeedAudience;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads an event, and when fan-out stored it. */
@Component
final class ReadStoredEvent {
    private static final String EVENT = "SELECT type, body, published_at FROM event WHERE id = ?";

    /** The feed has no index by event. Of one audience it has the events of an operator, or the few for everyone. */
    private static final String PLACE = """
            SELECT stored_tx, stored_at
            FROM feed_entry
            WHERE audience = ? COLLATE "C" AND event_id = ?
            ORDER BY stored_tx
            LIMIT 1
            """;

    private final JdbcClient jdbc;
    private final EnvelopeReader reader = new EnvelopeReader();

    ReadStoredEvent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredEvent> find(EventId id) {
        return jdbc.sql(EVENT)
                .param(id.bits())
                .query((row, number) -> event(id, row))
                .optional();
    }

    /** When the operator's route accepted an event, whether or not fan-out has stored it yet. */
    Optional<Instant> accepted(EventId id) {
        return jdbc.sql("SELECT accepted_at FROM publication WHERE id = ?")
                .param(id.bits())
                .query((row, number) -> Rows.instant(row, "accepted_at"))
                .optional();
    }

    /**
     * Empty where it cannot concern the account: a notice about another account's endpoint.
     *
     * @param account null for an event that more than one account may read
     */
    Optional<FannedOut> place(StoredEvent event, @Nullable AccountId account) {
        EventEnvelope envelope = event.envelope();
        if (envelope == null || (account == null && envelope.type().audience() == Audience.SIBLINGS)) {
            return Optional.empty();
        }
        return jdbc.sql(PLACE)
                .param(audience(envelope, account))
                .param(event.id().bits())
                .query((row, number) ->
                        new FannedOut(envelope, row.getString("stored_tx"), Rows.instant(row, "stored_at")))
                .optional();
    }

    private static String audience(EventEnvelope envelope, @Nullable AccountId account) {
        return switch (envelope.type().audience()) {
            case OPERATOR -> FeedAudience.OPERATOR + envelope.operatorSlug();
            case EVERYONE -> FeedAudience.EVERYONE;
            case SIBLINGS -> FeedAudience.ACCOUNT + account;
        };
    }

    private StoredEvent event(EventId id, ResultSet row) throws SQLException {
        byte[] body = row.getBytes("body");
        @Nullable
        EventEnvelope envelope = switch (reader.read(body)) {
            case Valid(var valid) -> valid;
            case Invalid(var reason, var defect) -> null;
        };
        return new StoredEvent(id, row.getString("type"), envelope, body, Rows.instant(row, "published_at"));
    }
}
