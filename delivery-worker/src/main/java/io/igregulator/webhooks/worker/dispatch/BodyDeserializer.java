package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.event.Body;
import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a value in the array that Kafka's client has read its record into. Of a compressed batch each record has an array
 * of its own; where the array is a whole response, the value is copied, since one slow delivery would keep all of it.
 */
final class BodyDeserializer implements Deserializer<Body> {
    /** A record's key and headers at most, roughly: what a value may keep besides itself. */
    private static final int REST_OF_RECORD = 512;

    @Override
    public @Nullable Body deserialize(String topic, byte @Nullable [] data) {
        return data == null ? null : Body.of(data);
    }

    @Override
    public @Nullable Body deserialize(String topic, Headers headers, @Nullable ByteBuffer data) {
        if (data == null) {
            return null;
        }
        if (data.hasArray() && data.array().length - data.remaining() <= REST_OF_RECORD) {
            return new Body(data.array(), data.arrayOffset() + data.position(), data.remaining());
        }
        byte[] copy = new byte[data.remaining()];
        data.duplicate().get(copy);
        return Body.of(copy);
    }
}
