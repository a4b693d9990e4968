package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.api.error.Unauthenticated;
import io.igregulator.webhooks.api.limit.RequestRate;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Admits to {@code /v1} a caller that has a key in force and a token left in its bucket, before anything else of the
 * request is looked at.
 */
final class ApiKeyFilter extends HttpFilter {
    private static final String EXPECTED = "Authorization: Bearer igk_ and 32 letters or digits";

    private final transient RequestsAtOnce requestsAtOnce;
    private final transient UseKey useKey;

    ApiKeyFilter(RequestsAtOnce requestsAtOnce, UseKey useKey) {
        this.requestsAtOnce = requestsAtOnce;
        this.useKey = useKey;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ApiKey key =
                ApiKey.parse(BearerToken.of(request, EXPECTED)).orElseThrow(() -> Unauthenticated.malformed(EXPECTED));
        try (RequestsAtOnce.Turn turn = requestsAtOnce.begin(key.sha256())) {
            KnownKey known = useKey.use(key).orElseThrow(Unauthenticated::unknown);
            turn.isOf(known.account());
            Caller caller = known.admit(request.getRemoteAddr());
            known.agreedRate().ifPresent(rate -> rate.headers().forEach(response::setHeader));
            known.rate().ifPresent(RequestRate::admit);
            known.requireScope(request.getMethod());
            request.setAttribute(Caller.ATTRIBUTE, caller);
            caller.actor().actsIn(request);
            chain.doFilter(request, response);
        }
    }
}
