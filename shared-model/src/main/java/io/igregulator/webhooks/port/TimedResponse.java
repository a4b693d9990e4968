package io.igregulator.webhooks.port;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A response whose reader has a deadline. */
final class TimedResponse extends HttpServletResponseWrapper {
    private final ConnectionProperties properties;
    private @Nullable TimedAnswer answer;

    TimedResponse(HttpServletResponse response, ConnectionProperties properties) {
        super(response);
        this.properties = properties;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (answer == null) {
            answer = new TimedAnswer(super.getOutputStream(), properties);
        }
        return answer;
    }
}
