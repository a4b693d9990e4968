package io.igregulator.webhooks.topic;

import io.igregulator.webhooks.id.AccountId;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What a record on {@link Topics#DELIVERIES} says of its endpoint besides the key: 16 bytes of account id and 8 of version, in
 * network byte order.
 *
 * @param version the endpoint's version as fan-out read it; a cached endpoint older than this must be reloaded
 */
public record EndpointHeader(AccountId account, long version) {
    private static final int BYTES = 3 * Long.BYTES;

    /** @throws IllegalArgumentException if these bytes are not one */
    public static EndpointHeader read(byte[] value) {
        if (value.length != BYTES) {
            throw new IllegalArgumentException("an endpoint header has " + BYTES + " bytes, not " + value.length);
        }
        ByteBuffer in = ByteBuffer.wrap(value);
        return new EndpointHeader(new AccountId(new UUID(in.getLong(), in.getLong())), in.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .putLong(version)
                .array();
    }
}
