package io.igregulator.webhooks.port;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body has a deadline. */
final class TimedRequest extends HttpServletRequestWrapper {
    private final ConnectionProperties properties;
    private @Nullable TimedBody body;

    TimedRequest(HttpServletRequest request, ConnectionProperties properties) {
        super(request);
        this.properties = properties;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new TimedBody(super.getInputStream(), properties);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
