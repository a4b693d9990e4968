package io.igregulator.webhooks.local.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SmokeEventsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z"));
    private static final Map<SmokeEndpoint, EndpointId> ENDPOINTS = SmokeCast.ENDPOINTS.stream()
            .collect(Collectors.toMap(
                    Function.identity(),
                    endpoint -> new EndpointId(new UUID(0, endpoint.hook().hashCode()))));

    private final List<SmokeEvent> all =
            new SmokeEvents(CLOCK, RandomGenerator.of("L64X128MixRandom"), ENDPOINTS).numbered(0, 150);

    @Test
    void areEnvelopesOfTheContractAndOfAllTypes() {
        var reader = new EnvelopeReader();

        assertThat(all)
                .allSatisfy(event -> assertThat(reader.read(event.event().value()))
                        .isInstanceOfSatisfying(Valid.class, valid -> {
                            assertThat(valid.envelope().id())
                                    .isEqualTo(event.event().id());
                            assertThat(valid.envelope().type())
                                    .isEqualTo(event.event().type());
                            assertThat(valid.envelope().operatorSlug())
                                    .isEqualTo(event.event().operatorSlug());
                        }));
        assertThat(all).extracting(event -> event.event().type()).contains(EventType.values());
    }

    @Test
    void reachEveryActiveEndpointButNeverAllOfThem() {
        var expectations = new Expectations();
        expectations.add(all, false);
        var perHook = expectations.byKey().keySet().stream()
                .collect(Collectors.groupingBy(DeliveryKey::hook, Collectors.counting()));

        assertThat(perHook).doesNotContainKey("wide-inactive");
        assertThat(perHook).hasSize(SmokeCast.ENDPOINTS.size() - 1);
        assertThat(perHook.values()).allMatch(count -> count < all.size());
    }

    @Test
    void needBothSignaturesAtTheRotatedEndpointOnceItIsRotated() {
        var expectations = new Expectations();
        expectations.add(all.subList(0, 75), false);
        expectations.add(all.subList(75, 150), true);

        assertThat(expectations.byKey().values())
                .filteredOn(expected -> expected.signers().size() == 2)
                .isNotEmpty()
                .allMatch(expected -> expected.key().hook().equals(SmokeCast.ROTATED.hook()))
                .extracting(Expected::signers)
                .containsOnly(List.of(1, 0));
    }
}
