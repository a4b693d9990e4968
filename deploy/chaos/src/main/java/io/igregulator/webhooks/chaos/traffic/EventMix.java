package io.igregulator.webhooks.chaos.traffic;

import io.igregulator.webhooks.event.LicenseStatus;
import io.igregulator.webhooks.stack.event.ActionType;
import io.igregulator.webhooks.stack.event.EventFactory;
import io.igregulator.webhooks.stack.event.OutgoingEvent;
import io.igregulator.webhooks.stack.event.Register;
import io.igregulator.webhooks.stack.event.Regulator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Events of all types that come from the platform's own systems, each as likely as the next. */
public final class EventMix {
    private static final int KINDS = 9;

    private final EventFactory events;
    private final InstantSource clock;
    private final RandomGenerator random;

    public EventMix(InstantSource clock, RandomGenerator random) {
        this.events = new EventFactory(clock, random);
        this.clock = clock;
        this.random = random;
    }

    public OutgoingEvent next() {
        var licence = anyOf(Register.LICENCES);
        var regulator = anyOf(List.of(Regulator.values()));
        return switch (random.nextInt(KINDS)) {
            case 0 -> events.statusChanged(licence, LicenseStatus.ACTIVE, LicenseStatus.SUSPENDED);
            case 1 -> events.expiring(licence, 30);
            case 2 -> events.expiring(licence, 60);
            case 3 -> events.expiring(licence, 90);
            case 4 -> events.expired(licence);
            case 5 -> events.issued(licence);
            case 6 -> events.regulatoryAction(licence, anyOf(List.of(ActionType.values())));
            case 7 -> events.coverageDegraded(regulator);
            default -> events.coverageRestored(regulator, clock.instant().minus(Duration.ofMinutes(10)));
        };
    }

    private <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
