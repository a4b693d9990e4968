package io.igregulator.webhooks.api.console;

/**
 * The form that takes the operator's token.
 *
 * @param to which page follows
 */
public record LoginScreen(Frame frame, String to, int status) implements Screen {
    @Override
    public String template() {
        return "login";
    }

    LoginScreen with(int other) {
        return new LoginScreen(frame, to, other);
    }
}
