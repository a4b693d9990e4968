package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.delivery.AttemptView;
import io.igregulator.webhooks.api.delivery.DeliveryView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One delivery with its attempts.
 *
 * @param path of the endpoint's page
 * @param skipped earlier attempts that are not shown
 * @param payload null when its retention has passed
 */
public record DeliveryScreen(
        Frame frame,
        String base,
        String path,
        String url,
        DeliveryView delivery,
        List<AttemptView> attempts,
        int skipped,
        @Nullable Payload payload,
        Instant now,
        int status)
        implements Screen {
    public DeliveryScreen {
        attempts = List.copyOf(attempts);
    }

    @Override
    public String template() {
        return "delivery";
    }
}
