package io.igregulator.webhooks.local.demo;

import static io.igregulator.webhooks.event.EventType.COVERAGE_DEGRADED;
import static io.igregulator.webhooks.event.EventType.COVERAGE_RESTORED;
import static io.igregulator.webhooks.event.EventType.ENDPOINT_DEGRADED;
import static io.igregulator.webhooks.event.EventType.LICENSE_EXPIRED;
import static io.igregulator.webhooks.event.EventType.LICENSE_STATUS_CHANGED;
import static io.igregulator.webhooks.event.EventType.REGULATORY_ACTION_ADDED;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.stack.event.LicensedOperator;
import io.igregulator.webhooks.stack.event.Register;
import io.igregulator.webhooks.stack.receiver.HookBehaviour;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who plays in the demonstration. */
final class DemoCast {
    /** The endpoint that fails now and then; the degraded events are about it. */
    static final String FLAKY = "beacon-fines";

    /** For a stack without demonstration: somewhere to start from. */
    static final List<Account> EMPTY = List.of(new Account("Local", "business", List.of(), List.of()));

    // About one event in four is refused once; the choice is the event's, so that its retry is let through.
    private static final HookBehaviour NOW_AND_THEN =
            (eventId, attempt) -> attempt == 1 && eventId.hashCode() % 4 == 0 ? 500 : 204;

    static final List<Account> FULL = List.of(acme(), beacon(), solo());

    private DemoCast() {}

    private static Account acme() {
        return new Account(
                "Acme Affiliates",
                "business",
                Register.OPERATORS.subList(0, 20),
                List.of(
                        hook("acme-everything", "All events of all operators", EnumSet.allOf(EventType.class), false),
                        hook("acme-coverage", "Data coverage", Set.of(COVERAGE_DEGRADED, COVERAGE_RESTORED), true)));
    }

    private static Account beacon() {
        var watched = EnumSet.allOf(EventType.class);
        watched.removeAll(Set.of(COVERAGE_DEGRADED, COVERAGE_RESTORED));
        return new Account(
                "Beacon Compliance",
                "pro",
                Register.OPERATORS.subList(6, 24),
                List.of(
                        hook("beacon-watchlist", "Watched operators", watched, true),
                        new Hook(
                                FLAKY,
                                "Every regulator's action",
                                Set.of(REGULATORY_ACTION_ADDED),
                                false,
                                NOW_AND_THEN)));
    }

    private static Account solo() {
        return new Account(
                "Solo Reviews",
                "starter",
                Register.OPERATORS.subList(0, 8),
                List.of(hook(
                        "solo-status",
                        "Status of reviewed operators",
                        Set.of(LICENSE_STATUS_CHANGED, LICENSE_EXPIRED, ENDPOINT_DEGRADED),
                        true)));
    }

    private static Hook hook(String name, String description, Set<EventType> events, boolean watchlistOnly) {
        return new Hook(name, description, events, watchlistOnly, HookBehaviour.RELIABLE);
    }

    /** An account the demonstration wants to exist. */
    record Account(String name, String plan, List<LicensedOperator> watched, List<Hook> hooks) {
        Account {
            watched = List.copyOf(watched);
            hooks = List.copyOf(hooks);
        }
    }

    /** An endpoint the demonstration wants to exist, and how its receiver behaves. */
    record Hook(
            String name, String description, Set<EventType> events, boolean watchlistOnly, HookBehaviour behaviour) {
        Hook {
            events = Set.copyOf(events);
        }
    }
}
