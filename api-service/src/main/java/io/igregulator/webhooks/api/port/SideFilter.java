package io.igregulator.webhooks.api.port;

import io.igregulator.webhooks.api.error.NotFound;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Each port knows its own paths only: the public one does not reveal that the operator's API exists. */
final class SideFilter extends HttpFilter {
    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Decoded and normalised, as the dispatcher will match it.
        if (!Side.of(request).serves(request.getServletPath())) {
            throw NotFound.route();
        }
        chain.doFilter(request, response);
    }
}
