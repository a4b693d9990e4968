package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.error.Forbidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses what a page of another origin sends in the visitor's name. */
final class SameOrigin {
    private SameOrigin() {}

    /**
     * Browsers say where a form comes from, by one header or by the other; what says neither is not sent by a browser's page.
     *
     * @throws Forbidden unless it comes from a page of this service
     */
    static void require(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        boolean same = site == null ? isSame(request) : site.equals("same-origin");
        if (!same) {
            throw Forbidden.otherOrigin();
        }
    }

    /** The scheme is left to the proxy in front, which may take TLS off. */
    private static boolean isSame(HttpServletRequest request) {
        @Nullable String origin = request.getHeader("Origin");
        @Nullable String host = request.getHeader("Host");
        if (origin == null || host == null) {
            return false;
        }
        try {
            @Nullable String authority = new URI(origin).getRawAuthority();
            return authority != null && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
