package io.igregulator.webhooks.api.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Validates values against schemas of the document, formats included. */
final class Schemas {
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final ObjectNode components;
    private final boolean strict;
    private final Map<JsonNode, Schema> compiled = new HashMap<>();

    private Schemas(Spec spec, boolean strict) {
        this.components = ((ObjectNode) spec.root().path("components")).deepCopy();
        this.strict = strict;
        if (strict) {
            close(components.path("schemas"));
        }
    }

    /** As clients should read them: a property that is not declared is none of their business. */
    static Schemas open(Spec spec) {
        return new Schemas(spec, false);
    }

    /** An object may have declared properties only. */
    static Schemas strict(Spec spec) {
        return new Schemas(spec, true);
    }

    /** @return what is wrong, which is nothing if the value is valid */
    List<String> problems(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Schemas::text)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode self = ((ObjectNode) schema).deepCopy();
        if (strict) {
            close(self);
        }
        self.set("components", components);
        return registry.getSchema(self);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && "object".equals(object.path("type").stringValue(""))
                && !object.has("additionalProperties")
                && !object.has("unevaluatedProperties")) {
            object.put("unevaluatedProperties", false);
        }
        node.forEach(Schemas::close);
    }

    private static String text(Error error) {
        return error.getInstanceLocation() + ": " + error.getMessage();
    }
}
