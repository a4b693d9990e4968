package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Cursor;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A position as clients keep it, an opaque text.
 *
 * @param generation how often the database had been restored to an earlier copy
 */
record FeedCursor(int generation, FeedPosition position) {
    /** Without a generation: from before the first restore. */
    private static final byte FIRST_FORMAT = 1;

    private static final byte FORMAT = 2;
    private static final int FIRST_BYTES = 1 + 3 * Long.BYTES;
    private static final int BYTES = FIRST_BYTES + Integer.BYTES;

    /** @throws InvalidRequest unless the text is a cursor */
    static FeedCursor parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Cursor.decode(text, FIRST_BYTES, BYTES));
        byte format = bytes.get();
        if (format != (bytes.limit() == BYTES ? FORMAT : FIRST_FORMAT)
                || (bytes.limit() != BYTES && bytes.limit() != FIRST_BYTES)) {
            throw Cursor.foreign();
        }
        int generation = format == FORMAT ? bytes.getInt() : 0;
        return new FeedCursor(
                generation, new FeedPosition(bytes.getLong(), new UUID(bytes.getLong(), bytes.getLong())));
    }

    String text() {
        ByteBuffer bytes = generation == 0
                ? ByteBuffer.allocate(FIRST_BYTES).put(FIRST_FORMAT)
                : ByteBuffer.allocate(BYTES).put(FORMAT).putInt(generation);
        bytes.putLong(position.transaction())
                .putLong(position.event().getMostSignificantBits())
                .putLong(position.event().getLeastSignificantBits());
        return Cursor.encode(bytes.array());
    }
}
