package io.igregulator.webhooks.api.console;

/** A page that asks for another one at once. */
public record AgainScreen(Frame frame, String path) implements Screen {
    @Override
    public String template() {
        return "again";
    }
}
