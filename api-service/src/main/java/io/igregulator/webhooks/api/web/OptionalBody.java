package io.igregulator.webhooks.api.web;

/**
 * The body of a route that works without one. A controller that declares a parameter of this type gets it parsed, or the
 * request is refused before.
 *
 * @param json without fields if the body is absent
 */
public record OptionalBody(JsonBody json) {
    @Override
    public String toString() {
        return "OptionalBody";
    }
}
