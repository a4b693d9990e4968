package io.igregulator.webhooks.outbox;

import org.springframework.jdbc.core.simple.JdbcClient;

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

    /** Wakes the relay when the caller's transaction commits. */
    public void notifyRelay() {
        jdbc.sql("SELECT pg_notify(?, '')")
                .param(CHANNEL)
                .query((row, number) -> "")
                .single();
    }
}
