package io.igregulator.webhooks.api.console;

import org.jspecify.annotations.Nullable;

/**
 * The form for a new endpoint.
 *
 * @param once the form's key
 * @param blamed the field that was refused
 */
public record NewEndpointScreen(
        Frame frame,
        String base,
        EndpointForm form,
        String once,
        @Nullable String blamed,
        int status) implements Screen {
    @Override
    public String template() {
        return "new-endpoint";
    }
}
