package io.igregulator.webhooks.worker.outcome;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary format of {@code COPY}: each row its number of fields, each field its length and its bytes.
 * Used again for each batch, so that a batch allocates nothing of its size.
 */
final class CopyBuffer {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short END = -1;
    private static final int NULL = -1;
    private static final int INITIAL_BYTES = 128 * 1024;
    private static final int LARGEST_FIXED_FIELD = Integer.BYTES + 2 * Long.BYTES;

    /** PostgreSQL counts its time from the year 2000. */
    private static final long EPOCH_MICROS =
            TimeUnit.SECONDS.toMicros(Instant.parse("2000-01-01T00:00:00Z").getEpochSecond());

    private ByteBuffer bytes = ByteBuffer.allocate(INITIAL_BYTES);

    CopyBuffer begin() {
        bytes.clear().put(HEADER);
        return this;
    }

    CopyBuffer row(int fields) {
        room(Short.BYTES).putShort((short) fields);
        return this;
    }

    CopyBuffer uuid(UUID value) {
        fixed(2 * Long.BYTES).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    CopyBuffer int2(int value) {
        fixed(Short.BYTES).putShort((short) value);
        return this;
    }

    CopyBuffer int4(int value) {
        fixed(Integer.BYTES).putInt(value);
        return this;
    }

    /** To the nearest microsecond, as PostgreSQL reads a time that comes as text. */
    CopyBuffer time(Instant value) {
        long micros = TimeUnit.SECONDS.toMicros(value.getEpochSecond()) + (long) Math.rint(value.getNano() / 1_000.0);
        fixed(Long.BYTES).putLong(micros - EPOCH_MICROS);
        return this;
    }

    CopyBuffer text(@Nullable String value) {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
        } else {
            byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
            room(Integer.BYTES + encoded.length).putInt(encoded.length).put(encoded);
        }
        return this;
    }

    CopyBuffer end() {
        room(Short.BYTES).putShort(END);
        return this;
    }

    byte[] array() {
        return bytes.array();
    }

    int length() {
        return bytes.position();
    }

    private ByteBuffer fixed(int length) {
        return room(LARGEST_FIXED_FIELD).putInt(length);
    }

    private ByteBuffer room(int length) {
        if (bytes.remaining() < length) {
            ByteBuffer larger = ByteBuffer.allocate(2 * bytes.capacity() + length);
            bytes = larger.put(bytes.flip());
        }
        return bytes;
    }
}
