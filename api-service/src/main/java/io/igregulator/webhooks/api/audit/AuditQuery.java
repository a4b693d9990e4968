package io.igregulator.webhooks.api.audit;

import io.igregulator.webhooks.api.account.Reach;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Cursor;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.TimeSpan;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.KeyId;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to read: null is any.
 *
 * @param reach whose
 * @param target an id or a slug, as a whole
 */
public record AuditQuery(
        Reach reach,
        @Nullable AuditAction action,
        @Nullable String target,
        @Nullable KeyId key,
        TimeSpan span,
        AuditCursor after,
        int limit) {
    public static final String ACCOUNT = "account_id";
    public static final String ACTION = "action";
    public static final String TARGET = "target";
    static final String KEY = "key_id";

    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;
    private static final String KNOWN_ACTIONS =
            Arrays.stream(AuditAction.values()).map(AuditAction::wireName).collect(Collectors.joining(", "));
    private static final Pattern TARGET_SHAPE = Pattern.compile("[\\x21-\\x7E]{1,200}");

    /** @throws InvalidRequest naming the first parameter that is not valid */
    static AuditQuery ofOperator(QueryParameters parameters) {
        return of(parameters.id(ACCOUNT, AccountId::parse).map(Reach::of).orElse(Reach.EVERYTHING), parameters);
    }

    /** The latest changes of one thing. */
    public static AuditQuery latest(Reach reach, Object target, int limit) {
        return new AuditQuery(reach, null, target.toString(), null, new TimeSpan(null, null), AuditCursor.START, limit);
    }

    /** @throws InvalidRequest naming the first parameter that is not valid */
    public static AuditQuery of(Reach reach, QueryParameters parameters) {
        return new AuditQuery(
                reach,
                parameters.text(ACTION).map(AuditQuery::action).orElse(null),
                parameters.text(TARGET).map(AuditQuery::target).orElse(null),
                parameters.id(KEY, KeyId::parse).orElse(null),
                TimeSpan.of(parameters),
                parameters.text(QueryParameters.CURSOR).map(AuditCursor::parse).orElse(AuditCursor.START),
                parameters.limit(MAX_LIMIT, DEFAULT_LIMIT));
    }

    private static AuditAction action(String text) {
        return AuditAction.ofWireName(text)
                .orElseThrow(() -> InvalidRequest.field(ACTION, "no such action", "actions: " + KNOWN_ACTIONS));
    }

    private static String target(String text) {
        if (!TARGET_SHAPE.matcher(text).matches()) {
            throw InvalidRequest.field(TARGET, "'" + TARGET + "' is neither an id nor a slug");
        }
        return text;
    }

    /** The entry that a page begins after; newest first, so older ones follow. On the wire the id as it is. */
    public record AuditCursor(long id) {
        static final AuditCursor START = new AuditCursor(Long.MAX_VALUE);

        private static final Pattern SHAPE = Pattern.compile("[0-9]{1,18}");

        /** @throws InvalidRequest unless it came with an earlier page */
        static AuditCursor parse(String text) {
            if (!SHAPE.matcher(text).matches()) {
                throw Cursor.foreign();
            }
            return new AuditCursor(Long.parseLong(text));
        }
    }
}
