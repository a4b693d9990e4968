package io.igregulator.webhooks.api.error;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the envelope straight to the response: past content negotiation, since an error must be readable whatever the
 * client accepts, and usable where no Spring context reaches.
 */
final class ErrorWriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What is left of a caller's limits is told with every answer, refusals included. */
    private static final List<String> KEPT = List.of("X-RateLimit-", "X-Poll-");

    private ErrorWriter() {}

    static void write(ApiError error, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Map<String, String> limits = limits(response);
        response.reset();
        response.setStatus(error.status());
        limits.forEach(response::setHeader);
        // An error tells who exists and what an account may do, and holds only for now.
        response.setHeader("Cache-Control", "no-store");
        error.headers().forEach(response::setHeader);
        byte[] body = JSON.writeValueAsBytes(ErrorBody.of(error));
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static Map<String, String> limits(HttpServletResponse response) {
        return response.getHeaderNames().stream()
                .filter(name -> KEPT.stream().anyMatch(name::startsWith))
                .collect(Collectors.toUnmodifiableMap(name -> name, response::getHeader, (first, second) -> first));
    }
}
