package io.igregulator.webhooks.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.Body;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyDeserializerTest {
    @Test
    void aRecordsOwnArrayIsNotCopied() {
        byte[] record = {9, 9, 1, 2, 3, 9};

        Body body = present(ByteBuffer.wrap(record, 2, 3));

        assertThat(body.array()).isSameAs(record);
        assertThat(body.toBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void aSliceIsReadWhereItBegins() {
        Body body = present(
                ByteBuffer.wrap(new byte[] {9, 9, 1, 2, 3, 9}, 2, 4).slice().limit(3));

        assertThat(body.toBytes()).containsExactly(1, 2, 3);
    }

    /** Else one slow delivery would keep a response of a quarter of a megabyte. */
    @Test
    void aPartOfAWholeResponseIsCopied() {
        byte[] response = new byte[10_000];
        response[500] = 7;

        Body body = present(ByteBuffer.wrap(response, 500, 3));

        assertThat(body.array()).containsExactly(7, 0, 0);
    }

    @Test
    void aMissingValueIsAMissingBody() {
        assertThat(read(null)).isNull();
    }

    private static Body present(ByteBuffer data) {
        return Objects.requireNonNull(read(data));
    }

    private static @Nullable Body read(@Nullable ByteBuffer data) {
        return new BodyDeserializer().deserialize("any", new RecordHeaders(), data);
    }
}
