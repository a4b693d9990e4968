package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.web.QueryParameters;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of an act, as the address of the page that follows it says: a closed set, so that no link can put words there. */
enum Done {
    SAVED("Saved."),
    CREATED_BEFORE(
            "This form had been sent before. What it made is there; its secret was shown then, and is not shown again."),
    PAUSED("Paused. New deliveries wait until the endpoint is active again."),
    ACTIVATED("Active again. One delivery is tried at once, and the others follow when it arrives."),
    RESUMED("One delivery is tried at once. The others follow when it arrives."),
    STOPPED("Stopped. The owner sees the reason and cannot reactivate it."),
    LIFTED("The stop is lifted."),
    SECRETS_REVOKED("The old secrets are revoked. Only the newest one signs."),
    DELETED("Deleted, with its secrets and everything that waited."),
    RESENT("It will be sent again."),
    KEY_REVOKED("The key is revoked."),
    API_SUSPENDED("Calls of the API are refused from now on."),
    API_RESTORED("Calls of the API are accepted again."),
    DELIVERIES_SUSPENDED("Deliveries wait from now on."),
    DELIVERIES_RESTORED("Deliveries are sent again.");

    static final String FIELD = "done";

    private final String text;

    Done(String text) {
        this.text = text;
    }

    String query() {
        return FIELD + "=" + name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Notice notice(QueryParameters parameters) {
        String name = parameters.text(FIELD).orElse("").toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(done -> done.name().equals(name))
                .findFirst()
                .map(done -> Notice.done(done.text))
                .orElse(null);
    }
}
