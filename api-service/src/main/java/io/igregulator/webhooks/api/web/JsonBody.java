package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.InvalidRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request body: one JSON object, whose fields are absent, null or present. A controller that declares
 * a parameter of this type gets it parsed, or the request is refused before.
 */
public final class JsonBody {
    private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7E]{1,100}");

    private final ObjectNode root;

    JsonBody(ObjectNode root) {
        this.root = root;
    }

    /** What a form says, to be read by the rules for bodies. */
    public static JsonBody of(ObjectNode fields) {
        return new JsonBody(fields);
    }

    ObjectNode root() {
        return root;
    }

    public boolean isEmpty() {
        return root.isEmpty();
    }

    /** @throws InvalidRequest naming the first field that is none of these */
    public JsonBody allowOnly(String... names) {
        Set<String> unknown = new HashSet<>(root.propertyNames());
        Collection<String> known = Arrays.asList(names);
        unknown.removeAll(known);
        unknown.stream().sorted().findFirst().ifPresent(name -> {
            throw unknown(
                    name, known.isEmpty() ? "the route takes no fields" : "known fields: " + String.join(", ", known));
        });
        return this;
    }

    private static InvalidRequest unknown(String name, String suggestion) {
        // A name that cannot be written, or is pages long, is not repeated.
        return PLAIN.matcher(name).matches()
                ? InvalidRequest.field(name, "the field is not known", suggestion)
                : InvalidRequest.unreadable("the body has a field that is not known");
    }

    /** @throws InvalidRequest if the field is absent */
    public JsonField required(String name) {
        return optional(name).orElseThrow(() -> InvalidRequest.missing(name));
    }

    /** Empty only if the field is absent; a null is a field. */
    public Optional<JsonField> optional(String name) {
        return root.optional(name).map(value -> new JsonField(name, value));
    }

    /** The same for bodies that differ in blanks alone. A method of its own, since a URL may hold a credential. */
    public String canonical() {
        return root.toString();
    }
}
