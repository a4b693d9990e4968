package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.Actor.Admin;
import io.igregulator.webhooks.api.error.ApiError;
import io.igregulator.webhooks.api.port.AdminTokens;
import io.igregulator.webhooks.api.session.Door;
import io.igregulator.webhooks.api.session.Session.OfOperator;
import io.igregulator.webhooks.api.session.Sessions;
import io.igregulator.webhooks.api.session.Ticket;
import io.igregulator.webhooks.api.web.Form;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.hash.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /console/login}: the operator's token opens the console. */
@PageController
final class LoginPage {
    static final String PATH = Paths.CONSOLE + "/login";

    private static final String TO = "to";
    private static final String TOKEN = "token";

    /** A path of the console, and nothing that a browser could read as another host. */
    private static final Pattern OWN = Pattern.compile("/console([/?][\\x21-\\x5B\\x5D-\\x7E]*)?");

    private final AdminTokens tokens;
    private final LoginTries tries;
    private final Sessions sessions;
    private final PageCookies cookies;

    LoginPage(AdminTokens tokens, LoginTries tries, Sessions sessions, PageCookies cookies) {
        this.tokens = tokens;
        this.tries = tries;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @GetMapping(PATH)
    Screen form(@Takes(TO) QueryParameters parameters) {
        return screen(parameters.text(TO).orElse(Paths.CONSOLE), null);
    }

    @PostMapping(PATH)
    Shown login(Form form, HttpServletRequest request, HttpServletResponse response) {
        form.allowOnly(TOKEN, TO);
        String address = request.getRemoteAddr();
        try {
            tries.require(address);
        } catch (ApiError e) {
            e.headers().forEach(response::setHeader);
            return screen(form.text(TO), Notice.refused(e)).with(e.status());
        }
        String token = form.text(TOKEN);
        Optional<AdminTokens.Holder> holder = tokens.holder(token);
        if (holder.isEmpty()) {
            tries.wrong(address);
            return screen(form.text(TO), new Notice(true, "This is not a token of the operator's.", null))
                    .with(HttpServletResponse.SC_UNAUTHORIZED);
        }
        Ticket ticket = sessions.open(
                new Admin(holder.get().name(), address),
                new OfOperator(Sha256.of(token.getBytes(StandardCharsets.UTF_8))));
        cookies.write(Door.CONSOLE, ticket, request, response);
        return new SeeOther(own(form.text(TO)));
    }

    private static LoginScreen screen(String to, @Nullable Notice notice) {
        return new LoginScreen(
                Frame.ofStranger("Log in", Door.CONSOLE).with(notice), own(to), HttpServletResponse.SC_OK);
    }

    private static String own(String to) {
        return OWN.matcher(to).matches() ? to : Paths.CONSOLE;
    }
}
