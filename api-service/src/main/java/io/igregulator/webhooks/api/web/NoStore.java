package io.igregulator.webhooks.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Keeps answers out of caches, which may be shared and on disk: they hold secrets, keys and payloads. Documents that are
 * the same for every reader say themselves how long they are fresh. Errors say it where they are written.
 */
final class NoStore extends HttpFilter {
    private static final List<String> DOCUMENTS = List.of("/docs", "/openapi.json", "/v1/event-types");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!READING.contains(request.getMethod()) || !isDocument(request.getServletPath())) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }

    private static boolean isDocument(String path) {
        return DOCUMENTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }
}
