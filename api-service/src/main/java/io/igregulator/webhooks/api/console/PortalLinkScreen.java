package io.igregulator.webhooks.api.console;

import java.time.Instant;

/**
 * A link into the portal, this once.
 *
 * @param back the page that it was made on
 */
public record PortalLinkScreen(Frame frame, String url, Instant expiresAt, String back) implements Screen {
    @Override
    public String template() {
        return "portal-link";
    }

    @Override
    public String toString() {
        return "PortalLinkScreen";
    }
}
