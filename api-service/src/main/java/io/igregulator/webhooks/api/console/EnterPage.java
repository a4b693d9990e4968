package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.Actor.PortalVisitor;
import io.igregulator.webhooks.api.account.RequestsAtOnce;
import io.igregulator.webhooks.api.session.Door;
import io.igregulator.webhooks.api.session.PortalLinks;
import io.igregulator.webhooks.api.session.Session.OfAccount;
import io.igregulator.webhooks.api.session.Sessions;
import io.igregulator.webhooks.api.session.Ticket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /portal/enter/{ticket}}: a link opens the portal once. The ticket is out of the address before anything is shown. */
@PageController
final class EnterPage {
    static final String FOLDER = Paths.PORTAL + "/enter/";

    private final PortalLinks links;
    private final Sessions sessions;
    private final PageCookies cookies;
    private final RequestsAtOnce requestsAtOnce;

    EnterPage(PortalLinks links, Sessions sessions, PageCookies cookies, RequestsAtOnce requestsAtOnce) {
        this.links = links;
        this.sessions = sessions;
        this.cookies = cookies;
        this.requestsAtOnce = requestsAtOnce;
    }

    @GetMapping(FOLDER + "{ticket}")
    Shown enter(@PathVariable("ticket") String text, HttpServletRequest request, HttpServletResponse response) {
        Optional<OfAccount> session = Ticket.parse(text).flatMap(this::follow);
        if (session.isEmpty()) {
            return new ProblemScreen(
                    Frame.ofStranger("The link does not work", Door.PORTAL),
                    HttpServletResponse.SC_NOT_FOUND,
                    "The link was used before, or its time has passed.",
                    "Open the page again from the application that brought you here.",
                    null,
                    null);
        }
        Ticket ticket = sessions.open(new PortalVisitor(request.getRemoteAddr()), session.get());
        cookies.write(Door.PORTAL, ticket, request, response);
        return new SeeOther(Paths.PORTAL + Paths.ENDPOINTS);
    }

    /** Counted with the requests of strangers, which share a few places. */
    private Optional<OfAccount> follow(Ticket ticket) {
        try (RequestsAtOnce.Turn _ = requestsAtOnce.begin(ticket.sha256())) {
            return links.follow(ticket);
        }
    }
}
