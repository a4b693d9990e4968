package io.igregulator.webhooks.outbox;

import io.igregulator.webhooks.sql.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes messages into the outbox within the caller's transaction. It does not wake the relay: a caller that may
 * notify does so itself (see {@link #notifyRelay}), and the outcome path must not, since NOTIFY serialises committers.
 */
public final class OutboxWriter {
    /** The channel the relay listens on. */
    public static final String CHANNEL = "webhooks_outbox";

    private static final String INSERT = """
            INSERT INTO outbox (topic, message_key, value, traceparent)
            SELECT topic, message_key, value, traceparent
            FROM unnest(:topics, :keys, :values, :traces) WITH ORDINALITY
                AS m (topic, message_key, value, traceparent, position)
            ORDER BY position
            """;

    private final JdbcClient jdbc;

    public OutboxWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void write(OutboxMessage message) {
        jdbc.sql("INSERT INTO outbox (topic, message_key, value, traceparent) VALUES (?, ?, ?, ?)")
                .param(message.topic())
                .param(message.key())
                .param(message.value())
                .param(message.traceparent())
                .update();
    }

    /** Writes many at once, to be published in this order. */
    public void write(List<OutboxMessage> messages) {
        jdbc.sql(INSERT)
                .param("topics", Columns.of("text", messages, OutboxMessage::topic))
                .param("keys", Columns.of("text", messages, OutboxMessage::key))
                .param("values", Columns.bytes(messages, OutboxMessage::value))
                .param("traces", Columns.of("text", messages, OutboxMessage::traceparent))
                .update();
    }

    /** Wakes the relay when the caller's transaction commits. */
    public void notifyRelay() {
        jdbc.sql("SELECT pg_notify(?, '')")
                .param(CHANNEL)
                .query((row, number) -> "")
                .single();
    }
}
