package io.igregulator.webhooks.api.error;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the envelope straight to the response: past content negotiation, since an error must be readable whatever the
 * client accepts, and usable where no Spring context reaches.
 */
final class ErrorWriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ErrorWriter() {}

    static void write(ApiError error, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        response.setStatus(error.status());
        error.headers().forEach(response::setHeader);
        byte[] body = JSON.writeValueAsBytes(ErrorBody.of(error));
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
