package io.igregulator.webhooks.api.console;

/**
 * A signing secret, this once.
 *
 * @param url of the endpoint that it is for
 * @param next the page that follows
 */
public record SecretScreen(Frame frame, String secret, String url, String next) implements Screen {
    @Override
    public String template() {
        return "secret";
    }

    @Override
    public String toString() {
        return "SecretScreen";
    }
}
