package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.session.Door;
import io.igregulator.webhooks.api.session.PortalProperties;
import io.igregulator.webhooks.api.session.Ticket;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie of a session. It ends with the browser; the session itself has an end of its own. */
final class PageCookies {
    /** A browser takes it over TLS only, for the whole host, and from that host alone. */
    private static final String HOST_ONLY = "__Host-";

    private final boolean embedded;

    PageCookies(PortalProperties properties) {
        this.embedded = !properties.embedIn().isEmpty();
    }

    Optional<Ticket> read(Door door, HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String name = name(door, request);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .flatMap(cookie -> Ticket.parse(cookie.getValue()));
    }

    void write(Door door, Ticket ticket, HttpServletRequest request, HttpServletResponse response) {
        add(cookie(door, ticket.reveal(), request), response);
    }

    void clear(Door door, HttpServletRequest request, HttpServletResponse response) {
        add(cookie(door, "", request).maxAge(Duration.ZERO), response);
    }

    private static void add(ResponseCookie.ResponseCookieBuilder cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(Door door, String value, HttpServletRequest request) {
        return ResponseCookie.from(name(door, request), value)
                .path("/")
                .httpOnly(true)
                .secure(isSecure(door, request))
                .sameSite(sameSite(door))
                .partitioned(isEmbedded(door));
    }

    private String name(Door door, HttpServletRequest request) {
        return (isSecure(door, request) ? HOST_ONLY : "") + door.root().substring(1);
    }

    /** In a frame of another site browsers take secure cookies alone. */
    private boolean isSecure(Door door, HttpServletRequest request) {
        return request.isSecure() || isEmbedded(door);
    }

    private boolean isEmbedded(Door door) {
        return door == Door.PORTAL && embedded;
    }

    /** The platform's own pages lead into the portal, so a request that comes from them carries its cookie. */
    private String sameSite(Door door) {
        if (door == Door.CONSOLE) {
            return "Strict";
        }
        return embedded ? "None" : "Lax";
    }
}
