package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.api.error.Unauthenticated;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Admits to {@code /v1} whoever has a key in force, before anything else of the request is looked at. */
final class ApiKeyFilter extends HttpFilter {
    private static final String EXPECTED = "Authorization: Bearer igk_ and 32 letters or digits";

    private final transient ApiKeyStore keys;

    ApiKeyFilter(ApiKeyStore keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ApiKey key =
                ApiKey.parse(BearerToken.of(request, EXPECTED)).orElseThrow(() -> Unauthenticated.malformed(EXPECTED));
        Caller caller = keys.find(key).orElseThrow(Unauthenticated::unknown).admit();
        request.setAttribute(Caller.ATTRIBUTE, caller);
        chain.doFilter(request, response);
    }
}
