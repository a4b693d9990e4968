package io.igregulator.webhooks.api.console;

/**
 * A new API key, this once.
 *
 * @param back the page with all keys
 */
public record KeyScreen(Frame frame, String key, String back) implements Screen {
    @Override
    public String template() {
        return "key";
    }

    @Override
    public String toString() {
        return "KeyScreen";
    }
}
