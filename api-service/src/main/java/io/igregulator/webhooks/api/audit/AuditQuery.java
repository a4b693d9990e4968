package io.igregulator.webhooks.api.audit;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.id.AccountId;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which entries to read: null is any. */
record AuditQuery(@Nullable AccountId account, @Nullable AuditAction action, AuditCursor after, int limit) {
    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final String KNOWN_ACTIONS =
            Arrays.stream(AuditAction.values()).map(AuditAction::wireName).collect(Collectors.joining(", "));

    /** @throws InvalidRequest naming the first parameter that is not valid */
    static AuditQuery of(
            @Nullable String account, @Nullable String action, @Nullable String cursor, @Nullable String limit) {
        return new AuditQuery(
                account == null ? null : account(account),
                action == null ? null : action(action),
                AuditCursor.parse(cursor),
                limit == null ? DEFAULT_LIMIT : limit(limit));
    }

    private static AccountId account(String text) {
        try {
            return AccountId.parse(text);
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.field("account_id", "'account_id' is not a UUID");
        }
    }

    private static AuditAction action(String text) {
        return AuditAction.ofWireName(text)
                .orElseThrow(() -> InvalidRequest.field("action", "no such action", "actions: " + KNOWN_ACTIONS));
    }

    private static int limit(String text) {
        int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw InvalidRequest.pagination("limit", "'limit' is not a number from 1 to " + MAX_LIMIT);
        }
        return limit;
    }
}
