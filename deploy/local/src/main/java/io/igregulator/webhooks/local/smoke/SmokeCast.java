package io.igregulator.webhooks.local.smoke;

import static io.igregulator.webhooks.event.EventType.COVERAGE_DEGRADED;
import static io.igregulator.webhooks.event.EventType.COVERAGE_RESTORED;
import static io.igregulator.webhooks.event.EventType.ENDPOINT_DEGRADED;
import static io.igregulator.webhooks.event.EventType.LICENSE_STATUS_CHANGED;
import static io.igregulator.webhooks.event.EventType.REGULATORY_ACTION_ADDED;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.stack.event.Register;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Accounts and endpoints that between them meet every rule of who gets what. */
final class SmokeCast {
    private static final Set<EventType> ALL = EnumSet.allOf(EventType.class);
    private static final Set<EventType> LICENCES = licences();

    private static final SmokeAccount WIDE = account("Wide", "business", 0, 12);
    private static final SmokeAccount NARROW = account("Narrow", "pro", 6, 18);
    private static final SmokeAccount BLIND = account("Blind", "starter", 0, 0);

    static final List<SmokeAccount> ACCOUNTS = List.of(WIDE, NARROW, BLIND);

    /** Its secret is rotated half way. */
    static final SmokeEndpoint ROTATED = new SmokeEndpoint("wide-rotated", WIDE, ALL, false, true);

    /** Answers 500 to some first attempts. */
    static final SmokeEndpoint FLAKY =
            new SmokeEndpoint("narrow-flaky", NARROW, Set.of(REGULATORY_ACTION_ADDED), false, true);

    static final List<SmokeEndpoint> ENDPOINTS = List.of(
            ROTATED,
            new SmokeEndpoint("wide-all", WIDE, ALL, false, true),
            new SmokeEndpoint("wide-watchlist", WIDE, ALL, true, true),
            new SmokeEndpoint("wide-licences", WIDE, LICENCES, false, true),
            new SmokeEndpoint("wide-coverage", WIDE, Set.of(COVERAGE_DEGRADED, COVERAGE_RESTORED), true, true),
            new SmokeEndpoint("wide-inactive", WIDE, ALL, false, false),
            FLAKY,
            new SmokeEndpoint("narrow-watchlist", NARROW, ALL, true, true),
            new SmokeEndpoint("narrow-status", NARROW, Set.of(LICENSE_STATUS_CHANGED), true, true),
            new SmokeEndpoint("narrow-degraded", NARROW, Set.of(ENDPOINT_DEGRADED), true, true),
            new SmokeEndpoint("blind-watchlist", BLIND, ALL, true, true));

    private SmokeCast() {}

    private static SmokeAccount account(String name, String plan, int firstWatched, int endOfWatched) {
        return new SmokeAccount(name, plan, Set.copyOf(Register.OPERATORS.subList(firstWatched, endOfWatched)));
    }

    private static Set<EventType> licences() {
        var types = EnumSet.allOf(EventType.class);
        types.removeIf(type -> !type.wireName().startsWith("license."));
        return types;
    }
}
