package io.igregulator.webhooks.api.explain;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Cursor;
import java.nio.ByteBuffer;
import java.util.UUID;

/** The id of the last endpoint, or delivery, of a page, opaque to clients. */
public record EventCursor(UUID last) {
    /** Before every id there is. */
    static final EventCursor START = new EventCursor(new UUID(0, 0));

    private static final int BYTES = 2 * Long.BYTES;

    /** @throws InvalidRequest unless it is one of ours */
    static EventCursor parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Cursor.decode(text, BYTES, BYTES));
        return new EventCursor(new UUID(bytes.getLong(), bytes.getLong()));
    }

    @Override
    public String toString() {
        return Cursor.encode(ByteBuffer.allocate(BYTES)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits())
                .array());
    }
}
