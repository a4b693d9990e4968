package io.igregulator.webhooks.api.admin;

import io.igregulator.webhooks.api.account.Plan;
import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.Given;
import io.igregulator.webhooks.api.web.JsonField;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Names and rules of an account's fields. */
final class AccountFields {
    static final String NAME = "name";
    static final String PLAN = "plan";
    static final String REQUESTS_PER_SECOND = "requests_per_second";
    static final String SUSPENDED = "suspended";
    static final String DELIVERIES_SUSPENDED = "deliveries_suspended";
    static final String NOTIFY_URL = "notify_url";

    static final int MAX_NAME = 200;

    private static final int MAX_PLAN = 50;
    private static final int MAX_REQUESTS_PER_SECOND = 10_000;
    private static final int MAX_URL = 2048;
    private static final String KNOWN_PLANS =
            Arrays.stream(Plan.values()).map(Plan::wireName).collect(Collectors.joining(", "));

    private AccountFields() {}

    static String name(JsonField field) {
        String name = field.text(MAX_NAME);
        if (name.isBlank()) {
            throw InvalidRequest.field(NAME, "'name' is blank");
        }
        return name;
    }

    static Plan plan(JsonField field) {
        return Plan.ofWireName(field.text(MAX_PLAN))
                .orElseThrow(() -> InvalidRequest.field(PLAN, "no such plan", "plans: " + KNOWN_PLANS));
    }

    static Given<String> notifyUrl(JsonField field) {
        return new Given<>(field.textOrNull(MAX_URL));
    }

    static Given<Integer> requestsPerSecond(JsonField field) {
        return new Given<>(field.integerOrNull(1, MAX_REQUESTS_PER_SECOND));
    }
}
