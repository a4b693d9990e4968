package io.igregulator.webhooks.api.operator;

import io.igregulator.webhooks.api.account.Actor.PlatformOperator;
import io.igregulator.webhooks.api.account.BearerToken;
import io.igregulator.webhooks.api.error.Unauthenticated;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Admits to {@code /operator} whoever has the token. */
final class OperatorTokenFilter extends HttpFilter {
    private static final String EXPECTED = "Authorization: Bearer and the operator's token";

    private final transient byte[] token;

    OperatorTokenFilter(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        byte[] given = BearerToken.of(request, EXPECTED).getBytes(StandardCharsets.UTF_8);
        // Takes the same time wherever the first difference is.
        if (!MessageDigest.isEqual(token, given)) {
            throw Unauthenticated.unknown();
        }
        new PlatformOperator(request.getRemoteAddr()).actsIn(request);
        chain.doFilter(request, response);
    }
}
