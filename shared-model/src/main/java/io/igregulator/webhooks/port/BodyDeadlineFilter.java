package io.igregulator.webhooks.port;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives the body of a request a deadline as a whole: Tomcat's own begins again with each byte. */
final class BodyDeadlineFilter extends HttpFilter {
    private final transient ConnectionProperties properties;

    BodyDeadlineFilter(ConnectionProperties properties) {
        this.properties = properties;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new TimedRequest(request, properties), response);
    }
}
