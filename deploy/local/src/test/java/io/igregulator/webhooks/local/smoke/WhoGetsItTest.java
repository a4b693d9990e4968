package io.igregulator.webhooks.local.smoke;

import static io.igregulator.webhooks.event.EventType.COVERAGE_DEGRADED;
import static io.igregulator.webhooks.event.EventType.ENDPOINT_DEGRADED;
import static io.igregulator.webhooks.event.EventType.LICENSE_ISSUED;
import static io.igregulator.webhooks.event.EventType.REGULATORY_ACTION_ADDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.stack.event.ActionType;
import io.igregulator.webhooks.stack.event.EventFactory;
import io.igregulator.webhooks.stack.event.Licence;
import io.igregulator.webhooks.stack.event.Register;
import io.igregulator.webhooks.stack.event.Regulator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WhoGetsItTest {
    private static final Licence WATCHED = Register.LICENCES.getFirst();
    private static final Licence UNWATCHED = Register.LICENCES.getLast();
    private static final SmokeAccount OWNER = new SmokeAccount("owner", "pro", Set.of(WATCHED.operator()));
    private static final SmokeAccount STRANGER = new SmokeAccount("stranger", "pro", Set.of());

    private final EventFactory events = new EventFactory(
            InstantSource.fixed(Instant.parse("2026-11-21T10:00:00Z")), RandomGenerator.of("L64X128MixRandom"));

    @Test
    void onlyASubscriberGetsAnEvent() {
        var event = new SmokeEvent(events.issued(WATCHED), Optional.empty());

        assertThat(WhoGetsIt.gets(endpoint("a", OWNER, LICENSE_ISSUED, true), event))
                .isTrue();
        assertThat(WhoGetsIt.gets(endpoint("a", OWNER, REGULATORY_ACTION_ADDED, true), event))
                .isFalse();
    }

    @Test
    void anInactiveEndpointGetsNothing() {
        var event = new SmokeEvent(events.issued(WATCHED), Optional.empty());

        assertThat(WhoGetsIt.gets(new SmokeEndpoint("a", OWNER, Set.of(LICENSE_ISSUED), false, false), event))
                .isFalse();
    }

    @Test
    void theWatchlistDecidesWhereTheEndpointAsksForIt() {
        var event = new SmokeEvent(events.regulatoryAction(UNWATCHED, ActionType.FINE), Optional.empty());

        assertThat(WhoGetsIt.gets(endpoint("a", OWNER, REGULATORY_ACTION_ADDED, true), event))
                .isFalse();
        assertThat(WhoGetsIt.gets(endpoint("a", OWNER, REGULATORY_ACTION_ADDED, false), event))
                .isTrue();
    }

    @Test
    void coverageIsForEverySubscriber() {
        var event = new SmokeEvent(events.coverageDegraded(Regulator.UKGC), Optional.empty());

        assertThat(WhoGetsIt.gets(endpoint("a", STRANGER, COVERAGE_DEGRADED, true), event))
                .isTrue();
    }

    @Test
    void aDegradedEndpointIsReportedToItsOwnersOtherEndpointsAlone() {
        var about = endpoint("about", OWNER, ENDPOINT_DEGRADED, true);
        var event = new SmokeEvent(events.endpointDegraded(new EndpointId(new UUID(1, 2))), Optional.of(about));

        assertThat(WhoGetsIt.gets(endpoint("sibling", OWNER, ENDPOINT_DEGRADED, true), event))
                .isTrue();
        assertThat(WhoGetsIt.gets(about, event)).isFalse();
        assertThat(WhoGetsIt.gets(endpoint("other", STRANGER, ENDPOINT_DEGRADED, true), event))
                .isFalse();
    }

    private static SmokeEndpoint endpoint(String hook, SmokeAccount owner, EventType type, boolean watchlistOnly) {
        return new SmokeEndpoint(hook, owner, Set.of(type), watchlistOnly, true);
    }
}
