package io.igregulator.webhooks.api.port;

import io.igregulator.webhooks.access.Actuator;
import io.igregulator.webhooks.api.account.Actor.Admin;
import io.igregulator.webhooks.api.account.BearerToken;
import io.igregulator.webhooks.api.account.Scope;
import io.igregulator.webhooks.api.error.Forbidden;
import io.igregulator.webhooks.api.error.Unauthenticated;
import io.igregulator.webhooks.api.web.Documents;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Admits the operator's tokens to the operator's side, and every caller to health, metrics and the documents: a browser sends no token
 * when it opens a page.
 */
final class AdminTokenFilter extends HttpFilter {
    private static final String EXPECTED = "Authorization: Bearer and the operator's token";

    private final transient AdminTokens tokens;

    AdminTokenFilter(AdminTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // The path as the side was found by it.
        String path = request.getServletPath();
        if (!Actuator.isOpen(path) && !Documents.isReadBy(request)) {
            AdminTokens.Holder holder =
                    tokens.holder(BearerToken.of(request, EXPECTED)).orElseThrow(Unauthenticated::unknown);
            if (!holder.role().allows(request.getMethod())) {
                throw Forbidden.readOnlyToken();
            }
            if (holder.role() == Scope.READ && path.startsWith(Actuator.ROOT)) {
                throw Forbidden.actuator();
            }
            new Admin(holder.name(), request.getRemoteAddr()).actsIn(request);
        }
        chain.doFilter(request, response);
    }
}
