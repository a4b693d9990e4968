package io.igregulator.webhooks.api.console;

import org.jspecify.annotations.Nullable;

/**
 * A refusal or a failure.
 *
 * @param wayName of the link to where the visitor can go on
 */
public record ProblemScreen(
        Frame frame,
        int status,
        String summary,
        @Nullable String hint,
        @Nullable String way,
        @Nullable String wayName) implements Screen {
    @Override
    public String template() {
        return "problem";
    }
}
