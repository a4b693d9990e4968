package io.igregulator.webhooks.stack.client;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.stack.CommandFailure;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The public API as one account sees it. */
public final class WebhooksClient {
    private static final String WEBHOOKS = "/v1/webhooks";

    private final JsonHttp http;

    public WebhooksClient(URI base, String apiKey) {
        this.http = new JsonHttp(base, apiKey);
    }

    public CreatedEndpoint create(EndpointDraft draft) {
        var body = JsonHttp.object()
                .put("url", draft.url().toString())
                .put("description", draft.description())
                .put("watchlist_only", draft.watchlistOnly());
        var events = body.putArray("events");
        draft.eventNames().forEach(events::add);
        var answer = http.call("POST", WEBHOOKS, body);
        return new CreatedEndpoint(
                EndpointId.parse(answer.required("id").asString()),
                answer.required("secret").asString());
    }

    public boolean exists(EndpointId endpoint) {
        var answer = http.exchange("GET", path(endpoint), null);
        return switch (answer.status()) {
            case 200 -> true;
            case 404 -> false;
            default -> throw new CommandFailure("GET " + path(endpoint) + " answered " + answer.status() + ".");
        };
    }

    public void moveTo(EndpointId endpoint, URI url) {
        http.call("PATCH", path(endpoint), JsonHttp.object().put("url", url.toString()));
    }

    public void deactivate(EndpointId endpoint) {
        http.call("PATCH", path(endpoint), JsonHttp.object().put("active", false));
    }

    public void activate(EndpointId endpoint) {
        http.call("PATCH", path(endpoint), JsonHttp.object().put("active", true));
    }

    /** Also a success where it is gone already: an earlier answer may have been lost. */
    public void delete(EndpointId endpoint) {
        int status = http.exchange("DELETE", path(endpoint), null).status();
        if (status != 204 && status != 404) {
            throw new CommandFailure("DELETE " + path(endpoint) + " answered " + status + ".");
        }
    }

    /** Returns the new secret. */
    public String rotateSecret(EndpointId endpoint) {
        return http.call("POST", path(endpoint) + "/rotate_secret", JsonHttp.object())
                .required("new_secret")
                .asString();
    }

    /** Whether the receiver took the test. */
    public boolean test(EndpointId endpoint) {
        return http.call("POST", path(endpoint) + "/test", null)
                .required("delivered")
                .booleanValue();
    }

    /** When the next delivery is sent, for an endpoint that is held; empty for any other. */
    public Optional<Instant> heldUntil(EndpointId endpoint) {
        var health = http.call("GET", path(endpoint), null).required("health");
        var next = health.required("next_attempt_at");
        return health.required("state").asString().equals("held") && next.isString()
                ? Optional.of(Instant.parse(next.asString()))
                : Optional.empty();
    }

    private static String path(EndpointId endpoint) {
        return WEBHOOKS + "/" + endpoint;
    }
}
