package io.igregulator.webhooks.api.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the envelope straight to the response: past content negotiation, since an error must be readable whatever the
 * client accepts, and usable where no Spring context reaches.
 */
final class ErrorWriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Every answer, refusals included, reports what is left of a caller's limits. */
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
        // An error reveals what exists and what an account may do, and holds only for now.
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

    /**
     * The contract's error envelope.
     *
     * @param error a summary for a person
     * @param code one of {@link ErrorCode}
     */
    record ErrorBody(String error, String code, Details details) {
        /**
         * What a program may act on.
         *
         * @param reason stable vocabulary
         * @param field the one input to blame, if there is one
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Details(
                String reason,
                @Nullable String field,
                @Nullable String suggestion) {}

        static ErrorBody of(ApiError error) {
            return new ErrorBody(
                    error.summary(),
                    error.code().wireName(),
                    new Details(error.reason(), error.field(), error.suggestion()));
        }
    }
}
