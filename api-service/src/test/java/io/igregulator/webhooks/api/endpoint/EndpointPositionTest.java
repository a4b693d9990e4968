package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Cursor;
import io.igregulator.webhooks.id.EndpointId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointPositionTest {
    @Test
    void a_cursor_is_as_precise_as_postgres() {
        EndpointPosition position =
                new EndpointPosition(Instant.parse("2026-04-20T09:30:00.123456Z"), new EndpointId(UUID.randomUUID()));

        assertThat(EndpointPosition.parse(position.cursor())).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
    void a_time_that_postgres_does_not_have_is_refused(long micros) {
        String cursor = Cursor.encode(ByteBuffer.allocate(24).putLong(micros).array());

        assertThatThrownBy(() -> EndpointPosition.parse(cursor)).isInstanceOf(InvalidRequest.class);
    }
}
