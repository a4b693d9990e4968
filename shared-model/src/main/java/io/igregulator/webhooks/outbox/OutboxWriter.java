package io.igregulator.webhooks.outbox;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Writes messages into the outbox within the caller's transaction. It does not wake the relay: who may notify does so
 * itself (see {@link #notifyRelay}), and the outcome path must not, since NOTIFY serialises committers.
 */
public final class OutboxWriter {
    /** The channel the relay listens on. */
    public static final String CHANNEL = "webhooks_outbox";

    private final JdbcClient jdbc;

    public OutboxWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void write(OutboxMessage message) {
        jdbc.sql("INSERT INTO outbox (topic, message_key, value) VALUES (?, ?, ?)")
                .param(message.topic())
                .param(message.key())
                .param(message.value())
                .update();
    }

    /** Writes many at once, to be published in this order. */
    public void write(List<OutboxMessage> messages) {
        jdbc.sql("""
                        INSERT INTO outbox (topic, message_key, value)
                        SELECT topic, message_key, value
                        FROM unnest(:topics, :keys, :values) WITH ORDINALITY AS m (topic, message_key, value, position)
                        ORDER BY position
                        """)
                .param("topics", texts(messages, OutboxMessage::topic))
                .param("keys", texts(messages, OutboxMessage::key))
                .param(
                        "values",
                        new SqlArrayValue(
                                "bytea",
                                // The driver takes bytea only as an array of byte arrays.
                                (Object[]) messages.stream()
                                        .map(OutboxMessage::value)
                                        .toArray(byte[][]::new)))
                .update();
    }

    /** Wakes the relay when the caller's transaction commits. */
    public void notifyRelay() {
        jdbc.sql("SELECT pg_notify(?, '')")
                .param(CHANNEL)
                .query((row, number) -> "")
                .single();
    }

    private static SqlArrayValue texts(List<OutboxMessage> messages, Function<OutboxMessage, String> column) {
        return new SqlArrayValue("text", messages.stream().map(column).toArray());
    }
}
