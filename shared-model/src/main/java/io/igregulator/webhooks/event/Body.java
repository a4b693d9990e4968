package io.igregulator.webhooks.event;

import java.util.Arrays;
import java.util.Objects;

/**
 * The bytes of an event that every attempt sends: a part of an array, so that the hot path can pass on what Kafka delivered
 * without a copy. Nothing may change the array.
 */
public record Body(byte[] array, int offset, int length) {
    public Body {
        Objects.checkFromIndexSize(offset, length, array.length);
    }

    public static Body of(byte[] bytes) {
        return new Body(bytes, 0, bytes.length);
    }

    public byte[] toBytes() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }
}
