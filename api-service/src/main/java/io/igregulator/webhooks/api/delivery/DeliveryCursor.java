package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Cursor;
import io.igregulator.webhooks.id.DeliveryId;
import java.nio.ByteBuffer;
import java.util.UUID;

/** The last delivery of a page, opaque to clients: the next page starts behind it, whatever happened in between. */
record DeliveryCursor(DeliveryId last) {
    /** Before every delivery there is. */
    static final DeliveryCursor START = new DeliveryCursor(new DeliveryId(new UUID(-1, -1)));

    private static final int BYTES = 2 * Long.BYTES;

    /** @throws InvalidRequest unless it is one of ours */
    static DeliveryCursor parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Cursor.decode(text, BYTES, BYTES));
        return new DeliveryCursor(new DeliveryId(new UUID(bytes.getLong(), bytes.getLong())));
    }

    @Override
    public String toString() {
        UUID id = last.value();
        ByteBuffer bytes =
                ByteBuffer.allocate(BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Cursor.encode(bytes.array());
    }
}
