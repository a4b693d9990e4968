package io.igregulator.webhooks.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryIdTest {
    private static final Instant TIME = Instant.parse("2026-04-20T12:34:56.789Z");
    private static final EventId EVENT = EventId.create(TIME, new Random(1));
    private static final EndpointId ENDPOINT = EndpointId.parse("7b0ad5b1-6f5c-4f2a-9d43-7d20cf7e0c11");

    /** Rows that exist were written under these ids: a change of the recipe would send every delivery once more. */
    @Test
    void staysWhatItWasForTheSameTwoIds() {
        EventId event = EventId.parse("evt_01ARZ3NDEKTSV4RRFFQ69G5FAV");

        assertThat(DeliveryId.of(event, ENDPOINT)).hasToString("01563e3a-b5d3-8de9-8827-abeeea05498c");
    }

    @Test
    void isAVersion8UuidThatBeginsWithTheEventsMilliseconds() {
        UUID id = DeliveryId.of(EVENT, ENDPOINT).value();

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(TIME.toEpochMilli());
    }

    @Test
    void differsForEveryPairOfEventAndEndpoint() {
        Random random = new Random(2);
        Set<DeliveryId> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            EventId event = EventId.create(TIME, random);
            for (int j = 0; j < 100; j++) {
                seen.add(DeliveryId.of(event, new EndpointId(new UUID(j, 0x8000_0000_0000_0000L))));
            }
        }

        assertThat(seen).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "7b0ad5b1-6f5c-4f2a-9d43-7d20cf7e0c1", "7b0ad5b16f5c4f2a9d437d20cf7e0c11"})
    void refusesShortenedUuids(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeliveryId.parse(text));
        assertThatIllegalArgumentException().isThrownBy(() -> EndpointId.parse(text));
        assertThatIllegalArgumentException().isThrownBy(() -> AccountId.parse(text));
    }

    /** 36 characters, which the JDK would read as another spelling of a shorter id. */
    @Test
    void refusesGroupsOfTheWrongLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> EndpointId.parse("07b0ad5b1-6f5c-4f2a-9d43-7d20cf7e0c1"));
    }

    @Test
    void survivesItsTextForm() {
        DeliveryId id = DeliveryId.of(EVENT, ENDPOINT);

        assertThat(DeliveryId.parse(id.toString())).isEqualTo(id);
    }
}
