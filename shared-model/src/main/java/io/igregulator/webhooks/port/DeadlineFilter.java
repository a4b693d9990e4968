package io.igregulator.webhooks.port;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives a request's body, and the reading of its answer, a deadline as a whole: Tomcat's own begins again with each byte. */
final class DeadlineFilter extends HttpFilter {
    private final transient ConnectionProperties properties;

    DeadlineFilter(ConnectionProperties properties) {
        this.properties = properties;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new TimedRequest(request, properties), new TimedResponse(response, properties));
    }
}
