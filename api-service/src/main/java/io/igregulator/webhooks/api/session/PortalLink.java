package io.igregulator.webhooks.api.session;

import java.time.Instant;

/**
 * A link into the portal, in the one answer that shows it.
 *
 * @param expiresAt it has to be followed before
 */
public record PortalLink(String url, Instant expiresAt) {
    @Override
    public String toString() {
        return "PortalLink[expiresAt=" + expiresAt + "]";
    }
}
