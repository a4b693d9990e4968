package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Cursor;
import io.igregulator.webhooks.id.EndpointId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A place in a listing of endpoints by a time of theirs. As a cursor it is opaque to clients. */
record EndpointPosition(Instant at, EndpointId id) {
    private static final int BYTES = 3 * Long.BYTES;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** Behind every endpoint there is. */
    static final EndpointPosition END = new EndpointPosition(LAST, new EndpointId(new UUID(-1, -1)));

    static EndpointPosition of(Endpoint endpoint) {
        return new EndpointPosition(endpoint.createdAt(), endpoint.id());
    }

    /** @throws InvalidRequest unless it is one of ours */
    static EndpointPosition parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Cursor.decode(text, BYTES, BYTES));
        long micros = bytes.getLong();
        if (micros < 0 || micros > ChronoUnit.MICROS.between(Instant.EPOCH, LAST)) {
            throw Cursor.foreign();
        }
        return new EndpointPosition(
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                new EndpointId(new UUID(bytes.getLong(), bytes.getLong())));
    }

    String cursor() {
        return Cursor.encode(ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array());
    }
}
