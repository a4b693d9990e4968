package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.explain.EventHead;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an event was sent, and why not elsewhere.
 *
 * @param payload null while only its publication is known
 * @param complete whether endpoints are listed that did not receive it
 */
public record EventScreen(
        Frame frame,
        EventHead head,
        @Nullable Payload payload,
        List<EventRow> rows,
        boolean complete,
        @Nullable String nextCursor,
        Instant now)
        implements Screen {
    public EventScreen {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "event";
    }

    public List<EventRow> received() {
        return rows.stream().filter(row -> row.delivery() != null).toList();
    }

    public List<EventRow> missed() {
        return rows.stream().filter(row -> row.delivery() == null).toList();
    }
}
