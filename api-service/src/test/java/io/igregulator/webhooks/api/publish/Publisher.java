package io.igregulator.webhooks.api.publish;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.id.EventId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.support.SqlArrayValue;

/** A system that publishes over HTTP, and what it left in the database. */
final class Publisher {
    static final String PATH = "/operator/v1/events";

    private final RunningApi api;
    private final Client operator;

    Publisher(RunningApi api) {
        this.api = api;
        this.operator = api.operator();
    }

    Answer one(String body) {
        return send("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    Answer batch(String... lines) {
        return send("application/x-ndjson", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    Answer batch(List<String> lines) {
        return batch(lines.toArray(String[]::new));
    }

    Answer send(String contentType, byte[] body) {
        return operator.send(
                "POST",
                PATH,
                BodyPublishers.ofByteArray(body),
                request -> request.setHeader("Content-Type", contentType));
    }

    /** Of one event, oldest first. */
    List<OutboxEntry> outbox(EventId event) {
        return outbox().stream()
                .filter(entry -> entry.body().contains(event.toString()))
                .toList();
    }

    List<OutboxEntry> outbox() {
        return api.database()
                .sql("SELECT topic, message_key, value FROM outbox WHERE topic LIKE '%.events' ORDER BY id")
                .query((row, number) -> new OutboxEntry(
                        row.getString(1), row.getString(2), new String(row.getBytes(3), StandardCharsets.UTF_8)))
                .list();
    }

    boolean remembers(EventId... events) {
        Object[] ids = Arrays.stream(events).map(EventId::bits).toArray();
        return api.database()
                        .sql("SELECT count(*) FROM publication WHERE id = ANY (?)")
                        .param(new SqlArrayValue("uuid", ids))
                        .query(Integer.class)
                        .single()
                == events.length;
    }

    record OutboxEntry(String topic, String key, String body) {}
}
