package io.igregulator.webhooks.chaos.cast;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.EventType;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final Set<EventType> TYPES = Set.of(EventType.LICENSE_ISSUED, EventType.COVERAGE_DEGRADED);

    @Test
    void watchlistOnlyCoversWatchedOperatorsAlone() {
        var subscription = new Subscription(TYPES, true, Set.of("harbour-bet"));

        assertThat(subscription.covers(EventType.LICENSE_ISSUED, "harbour-bet")).isTrue();
        assertThat(subscription.covers(EventType.LICENSE_ISSUED, "silver-finch"))
                .isFalse();
    }

    @Test
    void withoutThatItCoversEveryOperator() {
        assertThat(new Subscription(TYPES, false, Set.of()).covers(EventType.LICENSE_ISSUED, "silver-finch"))
                .isTrue();
    }

    @Test
    void coverageKnowsNoWatchlist() {
        assertThat(new Subscription(TYPES, true, Set.of()).covers(EventType.COVERAGE_DEGRADED, null))
                .isTrue();
    }

    @Test
    void coversNoTypeThatWasNotAskedFor() {
        assertThat(new Subscription(TYPES, false, Set.of()).covers(EventType.COVERAGE_RESTORED, null))
                .isFalse();
    }
}
