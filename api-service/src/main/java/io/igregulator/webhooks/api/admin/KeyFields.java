package io.igregulator.webhooks.api.admin;

import io.igregulator.webhooks.api.account.KeyTerms;
import io.igregulator.webhooks.api.account.Scope;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonField;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Names and rules of a key's fields. Each may be left out. */
final class KeyFields {
    static final String NAME = "name";
    static final String SCOPE = "scope";
    static final String EXPIRES_AT = "expires_at";

    private static final int MAX_NAME = 100;
    private static final int MAX_SCOPE = 64;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private KeyFields() {}

    static KeyTerms terms(JsonBody body, Instant now) {
        body.allowOnly(NAME, SCOPE, EXPIRES_AT);
        @Nullable JsonField expiresAt = body.optional(EXPIRES_AT).orElse(null);
        return new KeyTerms(
                body.optional(NAME).map(KeyFields::name).orElse(null),
                body.optional(SCOPE).map(KeyFields::scope).orElse(Scope.WRITE),
                expiresAt == null ? null : end(expiresAt, now));
    }

    private static String name(JsonField field) {
        String name = field.text(MAX_NAME);
        if (name.isBlank()) {
            throw InvalidRequest.field(NAME, "'name' is blank");
        }
        return name;
    }

    private static Scope scope(JsonField field) {
        return Scope.ofWireName(field.text(MAX_SCOPE))
                .orElseThrow(() -> InvalidRequest.field(SCOPE, "no such scope", "scopes: read, write"));
    }

    private static Instant end(JsonField field, Instant now) {
        Instant end = field.time();
        if (!end.isAfter(now) || end.isAfter(LAST)) {
            throw InvalidRequest.field(
                    EXPIRES_AT,
                    "'expires_at' is not between now and the year 9999",
                    "leave it out for a key without an end");
        }
        return end;
    }
}
