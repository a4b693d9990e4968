package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.time.DateTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One field that is present, read as exactly the type it has: {@code "true"} is not a boolean and 7 is not a string. */
public final class JsonField {
    private static final String ARRAY_OF_STRINGS = "an array of strings";
    private static final String OBJECT_OF_STRINGS = "an object of strings";
    private static final int MAX_TIME = 64;

    private final String name;
    private final JsonNode value;

    JsonField(String name, JsonNode value) {
        this.name = name;
        this.value = value;
    }

    public String name() {
        return name;
    }

    /** @param maxLength in characters as people count them, not UTF-16 units */
    public String text(int maxLength) {
        String text = string(value, "a string");
        if (text.codePointCount(0, text.length()) > maxLength) {
            throw InvalidRequest.field(name, "'" + name + "' is longer than " + maxLength + " characters");
        }
        return text;
    }

    /** A JSON null is null. */
    public @Nullable String textOrNull(int maxLength) {
        return value.isNull() ? null : text(maxLength);
    }

    public Instant time() {
        try {
            return DateTimes.parse(text(MAX_TIME));
        } catch (DateTimeException e) {
            throw InvalidRequest.field(name, "'" + name + "' is not a time", "ISO-8601, such as 2026-11-21T10:00:00Z");
        }
    }

    /** A JSON null is null. */
    public @Nullable Integer integerOrNull(int min, int max) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
            throw wrongType("a whole number from " + min + " to " + max);
        }
        return value.intValue();
    }

    public boolean flag() {
        if (!value.isBoolean()) {
            throw wrongType("true or false");
        }
        return value.booleanValue();
    }

    /** Any object; not to be changed. */
    public ObjectNode object() {
        if (!(value instanceof ObjectNode object)) {
            throw wrongType("an object");
        }
        return object;
    }

    /** Strings in their order, possibly none. */
    public List<String> texts() {
        if (!value.isArray()) {
            throw wrongType(ARRAY_OF_STRINGS);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value.values()) {
            texts.add(string(element, ARRAY_OF_STRINGS));
        }
        return texts;
    }

    /** An object's strings by key, where nulls are null. A JSON null is null. */
    public @Nullable Map<String, @Nullable String> textsByKeyOrNull() {
        if (value.isNull()) {
            return null;
        }
        if (!(value instanceof ObjectNode object)) {
            throw wrongType(OBJECT_OF_STRINGS);
        }
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        object.forEachEntry((key, element) -> {
            requireStorable(key);
            texts.put(key, element.isNull() ? null : string(element, OBJECT_OF_STRINGS));
        });
        return texts;
    }

    private String string(JsonNode node, String expected) {
        if (!node.isString()) {
            throw wrongType(expected);
        }
        String text = node.stringValue();
        requireStorable(text);
        return text;
    }

    private void requireStorable(String text) {
        if (!storable(text)) {
            throw InvalidRequest.field(name, "'" + name + "' holds U+0000 or half a surrogate pair");
        }
    }

    /** PostgreSQL stores neither U+0000 nor what has no UTF-8 form. */
    private static boolean storable(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    private InvalidRequest wrongType(String expected) {
        return InvalidRequest.field(name, "'" + name + "' is not " + expected);
    }
}
