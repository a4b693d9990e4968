package io.igregulator.webhooks.api.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What an account may use; the figures are the contract's table of plans, empty where it says unlimited. */
public enum Plan {
    STARTER(OptionalInt.of(1), OptionalInt.of(25), OptionalInt.of(5), OptionalInt.of(10)),
    PRO(OptionalInt.of(5), OptionalInt.of(250), OptionalInt.of(20), OptionalInt.of(60)),
    BUSINESS(OptionalInt.of(20), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(600)),
    ENTERPRISE(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    private final OptionalInt endpoints;
    private final OptionalInt watchedOperators;
    private final OptionalInt requestsPerSecond;
    private final OptionalInt feedPollsPerHour;

    Plan(
            OptionalInt endpoints,
            OptionalInt watchedOperators,
            OptionalInt requestsPerSecond,
            OptionalInt feedPollsPerHour) {
        this.endpoints = endpoints;
        this.watchedOperators = watchedOperators;
        this.requestsPerSecond = requestsPerSecond;
        this.feedPollsPerHour = feedPollsPerHour;
    }

    public static Optional<Plan> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(plan -> plan.wireName().equals(name))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public OptionalInt endpoints() {
        return endpoints;
    }

    public OptionalInt watchedOperators() {
        return watchedOperators;
    }

    public OptionalInt requestsPerSecond() {
        return requestsPerSecond;
    }

    public OptionalInt feedPollsPerHour() {
        return feedPollsPerHour;
    }
}
