package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.ping.PingView;

/**
 * What came of a test.
 *
 * @param back the endpoint's page
 */
public record TestScreen(Frame frame, String event, String url, PingView result, String back) implements Screen {
    @Override
    public String template() {
        return "test";
    }

    public String body() {
        return result.request().body();
    }
}
