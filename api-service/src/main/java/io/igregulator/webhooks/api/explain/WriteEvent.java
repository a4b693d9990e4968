package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.web.JsonAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes an event around its payload, exactly as it is sent. */
@Component
final class WriteEvent {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final JsonAnswer json;

    WriteEvent(JsonAnswer json) {
        this.json = json;
    }

    void write(Explained<?> event, HttpServletResponse response) throws IOException {
        byte @Nullable [] payload = event.payload();
        @Nullable String nextCursor = event.nextCursor();
        JsonAnswer.Parts answer = json.begin(response);
        answer.openObject(event.head());
        answer.raw(",\"payload\":");
        answer.raw(payload == null ? NULL : payload);
        answer.raw(",\"endpoints\":");
        answer.value(event.endpoints());
        answer.raw(",\"next_cursor\":");
        answer.raw(nextCursor == null ? "null" : '"' + nextCursor + '"');
        answer.raw("}");
    }
}
