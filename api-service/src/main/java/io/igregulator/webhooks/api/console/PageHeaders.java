package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.session.Door;
import io.igregulator.webhooks.api.session.PortalProperties;
import jakarta.servlet.http.HttpServletResponse;

/** What browsers may do with a page: nothing from elsewhere, nothing inline, no frame but where the portal is embedded. */
final class PageHeaders {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors ");

    private final String console = POLICY + "'none'";
    private final String portal;

    PageHeaders(PortalProperties properties) {
        this.portal = POLICY + (properties.embedIn().isEmpty() ? "'none'" : String.join(" ", properties.embedIn()));
    }

    void write(Door door, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", door == Door.CONSOLE ? console : portal);
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Not no-referrer: with that a browser hides a form's origin from us too.
        response.setHeader("Referrer-Policy", "same-origin");
    }
}
