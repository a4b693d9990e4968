package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.id.DeliveryId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** The last delivery of a page, opaque to clients: the next page starts behind it, whatever happened meanwhile. */
record DeliveryCursor(DeliveryId last) {
    /** Before every delivery there is. */
    static final DeliveryCursor START = new DeliveryCursor(new DeliveryId(new UUID(-1, -1)));

    private static final int BYTES = 16;

    /** @throws InvalidRequest unless it is one of ours */
    static DeliveryCursor parse(String field, String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            DeliveryCursor cursor = of(ByteBuffer.wrap(bytes), bytes.length);
            if (cursor.toString().equals(text)) {
                return cursor;
            }
        } catch (IllegalArgumentException e) {
            throw malformed(field);
        }
        throw malformed(field);
    }

    private static DeliveryCursor of(ByteBuffer bytes, int length) {
        if (length != BYTES) {
            throw new IllegalArgumentException("a cursor has " + BYTES + " bytes");
        }
        return new DeliveryCursor(new DeliveryId(new UUID(bytes.getLong(), bytes.getLong())));
    }

    private static InvalidRequest malformed(String field) {
        return InvalidRequest.pagination(field, "'" + field + "' is not a cursor of this listing");
    }

    @Override
    public String toString() {
        UUID id = last.value();
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
