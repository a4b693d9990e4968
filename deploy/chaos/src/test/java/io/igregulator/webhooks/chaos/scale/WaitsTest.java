package io.igregulator.webhooks.chaos.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.chaos.receive.Arrival;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WaitsTest {
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    private static final TopicPartition STAYS = new TopicPartition(Topics.LICENSE_EVENTS, 0);
    private static final TopicPartition MOVES = new TopicPartition(Topics.LICENSE_EVENTS, 1);
    private static final TopicPartition DELIVERIES = new TopicPartition(Topics.DELIVERIES, 0);
    private static final Owners BEFORE = new Owners(Map.of(STAYS, "a", MOVES, "a", DELIVERIES, "a"));
    private static final Owners AFTER = new Owners(Map.of(STAYS, "a", MOVES, "b", DELIVERIES, "a"));

    private final Random random = new Random(1);
    private final EndpointId endpoint = EndpointId.parse("018f4a6e-5c1d-7a10-8b7e-0f3d2c1b0a01");

    @Test
    void separatesWhatKeptItsOwnersFromWhatMoved() {
        var kept = published(STAYS, START);
        var moved = published(MOVES, START);

        var stall = new Waits(List.of(kept, moved), List.of(arrival(kept, 300), arrival(moved, 2_500)))
                .during("more", START, START.plusSeconds(1), BEFORE, AFTER);

        assertThat(stall).isEqualTo(new Stall("more", Duration.ofMillis(300), Duration.ofMillis(2_500), 1, 2, 3));
    }

    @Test
    void looksAtTheFirstArrivalOfWhatWasPublishedInTheSpan() {
        var repeated = published(STAYS, START);
        var later = published(STAYS, START.plusSeconds(1));

        var stall = new Waits(
                        List.of(repeated, later),
                        List.of(arrival(repeated, 900), arrival(repeated, 200), arrival(later, 5_000)))
                .during("more", START, START.plusSeconds(1), BEFORE, AFTER);

        assertThat(stall.kept()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void passesOnlyWithoutALossAndWithoutAStall() {
        assertThat(scaling(0, 999, 2).passed()).isTrue();
        assertThat(scaling(1, 999, 2).passed()).isFalse();
        assertThat(scaling(0, 1_000, 2).passed()).isFalse();
        assertThat(scaling(0, 0, 0).passed()).isFalse();
    }

    private static Scaling scaling(long lost, long millis, int measured) {
        var stall = new Stall("more", Duration.ofMillis(millis), Duration.ofSeconds(9), measured, 2, 3);
        return new Scaling(10, lost, 0, List.of(stall));
    }

    private PublishedEvent published(TopicPartition partition, Instant at) {
        return new PublishedEvent(EventId.create(at, random), EventType.LICENSE_ISSUED, null, at, partition, 0);
    }

    private Arrival arrival(PublishedEvent event, long millisLater) {
        Instant at = event.sentAt().plusMillis(millisLater);
        return new Arrival(endpoint, 0, event.id(), 1, at, at, 204, List.of(0), Optional.empty());
    }
}
