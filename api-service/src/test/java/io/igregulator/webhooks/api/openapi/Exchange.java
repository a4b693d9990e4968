package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.fixture.Answer;

/** A request and what came back. */
record Exchange(Request request, Answer answer) {
    String reason() {
        boolean error = answer.status() >= 400 && !answer.body().isEmpty();
        return error ? Outcome.reason(answer.json()) : "";
    }

    @Override
    public String toString() {
        return request + "\n→ " + answer.status() + " " + answer.body();
    }
}
