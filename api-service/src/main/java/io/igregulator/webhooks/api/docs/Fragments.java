package io.igregulator.webhooks.api.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The hand-written documents: one file per tag or concern, in the order in which people read it. */
final class Fragments {
    static final List<String> PUBLIC = List.of(
            "service",
            "webhooks",
            "deliveries",
            "events",
            "watchlist",
            "event-types",
            "delivered",
            "changes",
            "limits",
            "errors");
    static final List<String> OPERATOR = List.of(
            "operator/service",
            "operator/accounts",
            "operator/webhooks",
            "operator/events",
            "operator/registry",
            "operator/platform",
            "operator/errors");
    private static final YAMLMapper YAML = new YAMLMapper();

    private Fragments() {}

    static ObjectNode merged(List<String> names) {
        ObjectNode document = YAML.createObjectNode();
        names.forEach(name -> merge(read(name), document, name));
        return document;
    }

    private static ObjectNode read(String name) {
        try (InputStream file = new ClassPathResource("openapi/" + name + ".yaml").getInputStream()) {
            return (ObjectNode) YAML.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Objects merge and lists append; whatever else two fragments both have would silently hide one of them. */
    private static void merge(ObjectNode from, ObjectNode into, String where) {
        for (String name : List.copyOf(from.propertyNames())) {
            JsonNode added = from.path(name);
            if (!into.has(name)) {
                into.set(name, added);
            } else if (added instanceof ObjectNode object && into.path(name) instanceof ObjectNode present) {
                merge(object, present, where + "." + name);
            } else if (added instanceof ArrayNode list && into.path(name) instanceof ArrayNode present) {
                present.addAll(list);
            } else {
                throw new IllegalStateException(where + "." + name + " is in another fragment, too");
            }
        }
    }
}
