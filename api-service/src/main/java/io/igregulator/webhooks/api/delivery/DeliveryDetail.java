package io.igregulator.webhooks.api.delivery;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with all that is known of it.
 *
 * @param payload the very JSON that is sent; null when it is no longer kept
 * @param attempts oldest first
 */
record DeliveryDetail(
        @JsonUnwrapped DeliveryView delivery,
        @JsonRawValue @Nullable String payload,
        List<AttemptView> attempts) {
    DeliveryDetail {
        attempts = List.copyOf(attempts);
    }
}
