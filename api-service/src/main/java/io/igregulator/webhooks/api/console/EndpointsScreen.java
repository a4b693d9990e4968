package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.endpoint.ListEndpoints.EndpointPage;
import java.util.OptionalInt;

/**
 * An account's endpoints.
 *
 * @param q part of their names or URLs
 * @param limit of the plan
 */
public record EndpointsScreen(Frame frame, String base, String q, EndpointPage page, OptionalInt limit)
        implements Screen {
    @Override
    public String template() {
        return "endpoints";
    }

    /** The next page's, with the same filter. */
    public String next() {
        return base + "/endpoints?q=" + Query.encoded(q) + "&cursor=" + page.nextCursor();
    }
}
