package io.igregulator.webhooks.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One event type's JSON Schema (2020-12) of the whole envelope in one version of the contract. */
public final class EventSchema {
    private static final Logger log = LoggerFactory.getLogger(EventSchema.class);

    private final JsonNode document;
    private final Schema schema;

    private EventSchema(JsonNode document) {
        this.document = document;
        this.schema = compile(document);
    }

    /**
     * Reads it from the class path.
     *
     * @param apiVersion the contract's version
     * @param event the type's name on the wire
     * @throws IllegalArgumentException if there is none
     */
    public static EventSchema load(String apiVersion, String event) {
        String path = "/schema/" + apiVersion + "/" + event + ".json";
        try (InputStream file = EventSchema.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("no such schema: " + path);
            }
            return new EventSchema(JsonMapper.shared().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first thing that is wrong with an envelope; empty when it is valid. */
    public Optional<Defect> firstDefect(JsonNode envelope) {
        try {
            return schema.validate(envelope).stream().findFirst().map(DescribeDefect::of);
        } catch (RuntimeException e) {
            // Whatever a body does to the validator must not hold up its partition.
            log.error("An event could not be checked against {}", title(), e);
            return Optional.of(Defect.ofBody("cannot be checked against its schema"));
        }
    }

    public String title() {
        return document.path("title").stringValue();
    }

    public String description() {
        return document.path("description").stringValue();
    }

    /** A complete envelope. */
    public JsonNode example() {
        return document.path("examples").path(0).deepCopy();
    }

    /** The schema itself, to be shown. */
    public JsonNode document() {
        return document.deepCopy();
    }

    private static Schema compile(JsonNode document) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .failFast(true)
                .build();
        Schema schema = SchemaRegistry.withDialect(
                        Dialects.getDraft202012(), registry -> registry.schemaRegistryConfig(config))
                .getSchema(document);
        schema.initializeValidators();
        return schema;
    }
}
