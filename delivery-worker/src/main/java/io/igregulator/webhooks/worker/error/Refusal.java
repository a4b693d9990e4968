package io.igregulator.webhooks.worker.error;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract's error envelope for a bare status, which is all that there is to say here.
 *
 * @param code and reason are the words that the API has for it
 */
record Refusal(int status, String code, String reason, String summary) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String INVALID = "invalid_query";

    static Refusal of(int status) {
        return switch (status) {
            case 404 -> new Refusal(status, "not_found", "route_not_found", "no such route");
            case 405 -> new Refusal(status, INVALID, "method_not_allowed", "the route does not have this method");
            case 406 -> new Refusal(status, INVALID, "not_acceptable", "the route has no answer of an accepted type");
            case 413 -> new Refusal(status, INVALID, "body_too_large", "the body is too large");
            case 415 -> new Refusal(status, INVALID, "unsupported_media_type", "the route takes no such body");
            default ->
                status < 500
                        ? new Refusal(status, INVALID, "invalid_input", "the request cannot be read")
                        : new Refusal(status, "server_error", "internal_error", "something went wrong on our side");
        };
    }

    /** Past content negotiation: an error must be readable whatever the client accepts. */
    void write(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        ObjectNode envelope = JSON.createObjectNode().put("error", summary).put("code", code);
        envelope.putObject("details").put("reason", reason);
        byte[] body = JSON.writeValueAsBytes(envelope);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
