package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** A whole number among the query parameters that page through a listing. */
public record QueryNumber(String name, int min, int max, int fallback) {
    private static final int MAX_DIGITS = 9;

    /**
     * @param text null if the parameter is absent
     * @throws InvalidRequest unless the text is a number in the range
     */
    public int parse(@Nullable String text) {
        if (text == null) {
            return fallback;
        }
        if (!text.matches("[0-9]{1," + MAX_DIGITS + "}")) {
            throw refusal();
        }
        int number = Integer.parseInt(text);
        if (number < min || number > max) {
            throw refusal();
        }
        return number;
    }

    private InvalidRequest refusal() {
        return InvalidRequest.pagination(name, "'" + name + "' is not a whole number from " + min + " to " + max);
    }
}
