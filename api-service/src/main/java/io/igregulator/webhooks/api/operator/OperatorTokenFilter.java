package io.igregulator.webhooks.api.operator;

import io.igregulator.webhooks.access.Actuator;
import io.igregulator.webhooks.access.OperatorToken;
import io.igregulator.webhooks.api.account.Actor.PlatformOperator;
import io.igregulator.webhooks.api.account.BearerToken;
import io.igregulator.webhooks.api.error.Unauthenticated;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Admits the operator's token to the operator's side, and everybody to health and metrics. */
final class OperatorTokenFilter extends HttpFilter {
    private static final String EXPECTED = "Authorization: Bearer and the operator's token";

    private final transient OperatorToken token;

    OperatorTokenFilter(OperatorToken token) {
        this.token = token;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // The path as the side was found by it.
        if (!Actuator.isOpen(request.getServletPath())) {
            if (!token.is(BearerToken.of(request, EXPECTED))) {
                throw Unauthenticated.unknown();
            }
            new PlatformOperator(request.getRemoteAddr()).actsIn(request);
        }
        chain.doFilter(request, response);
    }
}
