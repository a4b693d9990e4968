package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.RequestsAtOnce;
import io.igregulator.webhooks.api.console.Entrance.Admitted;
import io.igregulator.webhooks.api.console.Entrance.Ended;
import io.igregulator.webhooks.api.error.ApiErrors;
import io.igregulator.webhooks.api.error.Forbidden;
import io.igregulator.webhooks.api.session.Door;
import io.igregulator.webhooks.api.session.Ticket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** In front of all pages: who comes in, whether a form is ours, and what a browser may do with the answer. */
final class PageFilter extends HttpFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final transient PageHeaders headers;
    private final transient PageCookies cookies;
    private final transient RequestsAtOnce requestsAtOnce;
    private final transient ObjectProvider<Entrance> entrance;
    private final transient ObjectProvider<ShowProblem> problems;

    PageFilter(
            PageHeaders headers,
            PageCookies cookies,
            RequestsAtOnce requestsAtOnce,
            ObjectProvider<Entrance> entrance,
            ObjectProvider<ShowProblem> problems) {
        this.headers = headers;
        this.cookies = cookies;
        this.requestsAtOnce = requestsAtOnce;
        this.entrance = entrance;
        this.problems = problems;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Door door = Door.of(request.getServletPath());
        headers.write(door, response);
        try {
            if (!isReading(request)) {
                SameOrigin.require(request);
            }
            if (isOpen(door, request)) {
                chain.doFilter(request, response);
            } else {
                admit(door, request, response, chain);
            }
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted()) {
                throw e;
            }
            problems.getObject().show(ApiErrors.of(e), request, response);
        }
    }

    private void admit(Door door, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Ticket> ticket = cookies.read(door, request);
        if (ticket.isEmpty()) {
            stranger(door, null, request, response);
            return;
        }
        // The operator's side has no accounts that could take from each other.
        try (RequestsAtOnce.Turn turn =
                door == Door.PORTAL ? requestsAtOnce.begin(ticket.get().sha256()) : null) {
            switch (entrance.getObject().find(ticket.get(), door, request.getRemoteAddr())) {
                case Admitted(Visit visit) -> {
                    if (turn != null) {
                        visit.reach().account().ifPresent(turn::isOf);
                    }
                    enter(visit, request, response, chain);
                }
                case Ended ended -> stranger(door, ended.returnUrl(), request, response);
            }
        }
    }

    private static void enter(Visit visit, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(Visit.ATTRIBUTE, visit);
        if (!visit.mayChange() && !isReading(request) && !isLogout(visit.door(), request)) {
            throw Forbidden.viewer();
        }
        chain.doFilter(request, response);
    }

    /** Sends a visitor back to where the link came from; a form that was sent is not lost without a word. */
    private void stranger(Door door, @Nullable URI returnUrl, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!isReading(request) || (door == Door.PORTAL && returnUrl == null)) {
            problems.getObject().showStranger(door, returnUrl, response);
        } else if (returnUrl != null) {
            ShownHandler.redirect(expired(returnUrl), response);
        } else if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            // A link elsewhere: the browser has kept the cookie back, and sends it when our own page asks.
            problems.getObject().showAgain(pathAndQuery(request), response);
        } else {
            ShownHandler.redirect(LoginPage.PATH + "?to=" + Query.encoded(pathAndQuery(request)), response);
        }
    }

    private static String expired(URI returnUrl) {
        return returnUrl + (returnUrl.getRawQuery() == null ? "?" : "&") + "reason=expired";
    }

    private static String pathAndQuery(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    private static boolean isLogout(Door door, HttpServletRequest request) {
        return request.getServletPath().equals(door.root() + LogoutPage.PATH);
    }

    /** What a stranger may ask for. */
    private static boolean isOpen(Door door, HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith(door.root() + Assets.FOLDER)
                || path.equals(LoginPage.PATH)
                || path.startsWith(EnterPage.FOLDER);
    }
}
