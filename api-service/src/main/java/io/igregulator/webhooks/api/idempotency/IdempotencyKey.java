package io.igregulator.webhooks.api.idempotency;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.id.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own name for a request that it may have to repeat (draft-ietf-httpapi-idempotency-key-header-07). A controller
 * that declares a parameter of this type gets it.
 *
 * @param text empty if the caller gave none
 * @param route method and path of the request: the same key means the same request
 */
public record IdempotencyKey(Optional<String> text, String route) {
    static final String HEADER = "Idempotency-Key";

    /** A string of RFC 9651, as the draft has it, or the same text without quotes, as most clients send it. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\])*)\"");

    private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x2B\\x2D-\\x5B\\x5D-\\x7E]+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final int MAX_LENGTH = 255;

    /** @throws InvalidRequest if the header is there and cannot be read */
    static IdempotencyKey of(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders(HEADER));
        if (lines.size() > 1) {
            throw malformed();
        }
        return new IdempotencyKey(
                lines.stream().findFirst().map(IdempotencyKey::parse),
                request.getMethod() + " " + request.getServletPath());
    }

    /** @param parameter of the query, which makes it another request */
    public IdempotencyKey with(String parameter) {
        return new IdempotencyKey(text, route + "?" + parameter);
    }

    public RepeatableRequest of(AccountId account, JsonBody body) {
        return request(account, body.canonical());
    }

    /** Of a route that takes no body. */
    public RepeatableRequest of(AccountId account) {
        return request(account, "");
    }

    public RepeatableRequest ofOperator(JsonBody body) {
        return request(null, body.canonical());
    }

    private RepeatableRequest request(@Nullable AccountId account, String body) {
        return new RepeatableRequest(account, text, (route + "\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    private static String parse(String line) {
        String value = line.strip();
        Matcher quoted = QUOTED.matcher(value);
        String key = quoted.matches() ? ESCAPE.matcher(quoted.group(1)).replaceAll("$1") : value;
        if (key.isEmpty()
                || key.length() > MAX_LENGTH
                || !(quoted.matches() || BARE.matcher(key).matches())) {
            throw malformed();
        }
        return key;
    }

    private static InvalidRequest malformed() {
        return InvalidRequest.field(
                HEADER,
                "'" + HEADER + "' is not one key",
                "1 to " + MAX_LENGTH + " printable ASCII characters in quotes, such as a UUID");
    }
}
