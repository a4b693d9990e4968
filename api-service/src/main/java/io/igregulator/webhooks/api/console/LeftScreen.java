package io.igregulator.webhooks.api.console;

import org.jspecify.annotations.Nullable;

/**
 * The portal's last page.
 *
 * @param returnUrl where the visitor came from; null if the link named none
 */
public record LeftScreen(Frame frame, @Nullable String returnUrl) implements Screen {
    @Override
    public String template() {
        return "left";
    }
}
