package io.igregulator.webhooks.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventHeaderTest {
    private static final EventId EVENT = new EventId(new UUID(0x0123_4567_89AB_CDEFL, 0x8123_4567_89AB_CDEFL));

    @ParameterizedTest
    @EnumSource
    void isReadBackForEachType(EventType type) {
        EventHeader header = new EventHeader(EVENT, type, Instant.ofEpochMilli(1_700_000_000_123L));

        assertThat(EventHeader.read(header.bytes())).isEqualTo(header);
    }

    @Test
    void bytesOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> EventHeader.read(new byte[27])).isInstanceOf(IllegalArgumentException.class);
    }
}
