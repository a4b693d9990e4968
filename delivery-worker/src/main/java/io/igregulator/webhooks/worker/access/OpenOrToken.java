package io.igregulator.webhooks.worker.access;

import io.igregulator.webhooks.access.Actuator;
import io.igregulator.webhooks.access.AdminToken;
import io.igregulator.webhooks.access.BearerCredential;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets probes and scrapers in; everything else needs the operator's token: whatever is exposed, on whatever path, is behind it. */
final class OpenOrToken extends HttpFilter {
    private final transient @Nullable AdminToken token;

    OpenOrToken(Optional<AdminToken> token) {
        this.token = token.orElse(null);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Decoded and normalised, as the dispatcher will match it.
        if (Actuator.isOpen(request.getServletPath()) || isOperator(request)) {
            chain.doFilter(request, response);
        } else if (token == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private boolean isOperator(HttpServletRequest request) {
        @Nullable AdminToken expected = token;
        return expected != null
                && BearerCredential.of(Collections.list(request.getHeaders("Authorization")))
                        .filter(expected::is)
                        .isPresent();
    }
}
