package io.igregulator.webhooks.api.endpoint;

import static io.igregulator.webhooks.api.endpoint.EndpointFields.ACTIVE;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.JsonField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of the operator's change of an endpoint.
 *
 * @param reason for its owner to read; null where the stop is lifted
 */
public record StopPatch(@Nullable String reason) {
    static final String REASON = "reason";

    private static final int MAX_REASON = 500;

    public static StopPatch of(JsonBody body) {
        body.allowOnly(ACTIVE, REASON);
        Optional<JsonField> reason = body.optional(REASON);
        if (body.required(ACTIVE).flag()) {
            reason.ifPresent(field -> {
                throw InvalidRequest.field(REASON, "'reason' is for 'active': false", "leave it out");
            });
            return new StopPatch(null);
        }
        String text = body.required(REASON).text(MAX_REASON);
        if (text.isBlank()) {
            throw InvalidRequest.field(REASON, "'reason' is blank", "the webhook's owner reads it");
        }
        return new StopPatch(text);
    }
}
