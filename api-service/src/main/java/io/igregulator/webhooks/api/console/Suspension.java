package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.error.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the operator suspends of an account, or lifts. */
enum Suspension {
    SUSPEND_API("suspended", true, Done.API_SUSPENDED),
    RESTORE_API("suspended", false, Done.API_RESTORED),
    SUSPEND_DELIVERIES("deliveries_suspended", true, Done.DELIVERIES_SUSPENDED),
    RESTORE_DELIVERIES("deliveries_suspended", false, Done.DELIVERIES_RESTORED);

    private final String field;
    private final boolean suspended;
    private final Done done;

    Suspension(String field, boolean suspended, Done done) {
        this.field = field;
        this.suspended = suspended;
        this.done = done;
    }

    static Suspension of(String name) {
        return Arrays.stream(values())
                .filter(suspension -> suspension.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidRequest.field("what", "no such suspension"));
    }

    ObjectNode fields() {
        return JsonMapper.shared().createObjectNode().put(field, suspended);
    }

    Done done() {
        return done;
    }
}
