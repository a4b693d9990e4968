package io.igregulator.webhooks.api.idempotency;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What a request that may be repeated is answered with.
 *
 * @param view becomes the body, as JSON; it may hold a secret
 */
public record Reply(HttpStatus status, Map<String, String> headers, Object view) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply of(HttpStatus status, Object view) {
        return new Reply(status, Map.of(), view);
    }

    public Reply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, view);
    }

    @Override
    public String toString() {
        return "Reply[status=" + status + "]";
    }
}
