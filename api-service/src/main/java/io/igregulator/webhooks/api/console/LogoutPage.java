package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.session.Door;
import io.igregulator.webhooks.api.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /console/logout} and {@code /portal/logout}: the end of a session, for every browser that has its cookie. */
@PageController
final class LogoutPage {
    static final String PATH = "/logout";

    private final Sessions sessions;
    private final PageCookies cookies;

    LogoutPage(Sessions sessions, PageCookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @PostMapping({Paths.CONSOLE + PATH, Paths.PORTAL + PATH})
    Shown logout(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Door door = visit.door();
        cookies.read(door, request).ifPresent(ticket -> sessions.end(ticket, door));
        cookies.clear(door, request, response);
        if (door == Door.CONSOLE) {
            return new SeeOther(LoginPage.PATH);
        }
        // A link and not a redirect: what a form leads to has to be of this origin.
        @Nullable URI returnUrl = visit.returnUrl();
        return new LeftScreen(
                Frame.ofStranger("Logged out", Door.PORTAL), returnUrl == null ? null : returnUrl.toString());
    }
}
