package io.igregulator.webhooks.topic;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The value of a record on {@link Topics#DELIVERIES} that holds deliveries of one event to several endpoints of one
 * partition: 40 bytes for each of them, then the body once. How many they are stands in a header.
 *
 * @param body the bytes to send to each
 */
public record DeliveryChunk(List<Recipient> recipients, Body body) {
    /** So many at most, which keeps a record near the size of its body and what is read at one time small. */
    public static final int MOST = 100;

    private static final int RECIPIENT_BYTES = 40;

    public DeliveryChunk {
        recipients = List.copyOf(recipients);
    }

    /** @param version the endpoint's version as fan-out read it */
    public record Recipient(EndpointId endpoint, AccountId account, long version) {}

    /** @throws IllegalArgumentException if the value does not hold so many */
    public static DeliveryChunk read(Body value, int count) {
        if (count < 1 || count > MOST || value.length() < count * RECIPIENT_BYTES) {
            throw new IllegalArgumentException(value.length() + " bytes do not hold " + count + " deliveries");
        }
        ByteBuffer in = ByteBuffer.wrap(value.array(), value.offset(), value.length());
        List<Recipient> recipients = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            recipients.add(new Recipient(
                    new EndpointId(new UUID(in.getLong(), in.getLong())),
                    new AccountId(new UUID(in.getLong(), in.getLong())),
                    in.getLong()));
        }
        return new DeliveryChunk(recipients, new Body(value.array(), in.position(), in.remaining()));
    }

    /** Collects recipients until there are enough for a record. */
    public static final class Writer {
        private final ByteBuffer recipients = ByteBuffer.allocate(MOST * RECIPIENT_BYTES);

        public void add(EndpointId endpoint, AccountId account, long version) {
            recipients
                    .putLong(endpoint.value().getMostSignificantBits())
                    .putLong(endpoint.value().getLeastSignificantBits())
                    .putLong(account.value().getMostSignificantBits())
                    .putLong(account.value().getLeastSignificantBits())
                    .putLong(version);
        }

        public int count() {
            return recipients.position() / RECIPIENT_BYTES;
        }

        public boolean isFull() {
            return !recipients.hasRemaining();
        }

        public byte[] value(byte[] body) {
            return ByteBuffer.allocate(recipients.position() + body.length)
                    .put(recipients.array(), 0, recipients.position())
                    .put(body)
                    .array();
        }
    }
}
