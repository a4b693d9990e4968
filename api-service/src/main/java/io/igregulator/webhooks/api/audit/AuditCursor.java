package io.igregulator.webhooks.api.audit;

import io.igregulator.webhooks.api.error.InvalidRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The entry that a page begins after; newest first, so older ones follow. */
record AuditCursor(long id) {
    static final AuditCursor START = new AuditCursor(Long.MAX_VALUE);

    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,18}");

    /** @throws InvalidRequest unless it is absent or came with an earlier page */
    static AuditCursor parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        if (!SHAPE.matcher(text).matches()) {
            throw InvalidRequest.pagination("cursor", "'cursor' is none that an earlier page gave");
        }
        return new AuditCursor(Long.parseLong(text));
    }

    String text() {
        return Long.toString(id);
    }
}
