package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.idempotency.IdempotencyKey;
import io.igregulator.webhooks.api.web.Form;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a form that creates something do so once, however often a browser sends it: each has a key of its own. */
@Component
@Lazy
final class Once {
    static final String FIELD = "once";

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f-]{36}");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** For a form that is being shown. */
    String fresh() {
        return UUID.randomUUID().toString();
    }

    /** @param what the form creates */
    IdempotencyKey key(Form form, String what) {
        String key = form.text(FIELD);
        if (!SHAPE.matcher(key).matches()) {
            throw InvalidRequest.unreadable("the form has no key of its own");
        }
        return new IdempotencyKey(Optional.of(key), "form " + what);
    }

    Created read(ResponseEntity<byte[]> answer) {
        byte @Nullable [] body = answer.getBody();
        return new Created(
                body == null ? JSON.createObjectNode() : JSON.readTree(body),
                answer.getHeaders().containsHeader("Idempotency-Replayed"));
    }

    /**
     * What was made.
     *
     * @param before whether the same form had made it already
     */
    record Created(JsonNode view, boolean before) {
        String text(String field) {
            return view.path(field).asString();
        }

        @Override
        public String toString() {
            return "Created";
        }
    }
}
