package io.igregulator.webhooks.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which fields a change concerned, with values only where the writer of the entry knows that they hold no credential.
 * Values are strings, numbers, booleans and lists of these. A field that stayed as it was leaves no trace.
 */
public final class AuditChanges {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode fields = JSON.createObjectNode();

    private AuditChanges() {}

    public static AuditChanges none() {
        return new AuditChanges();
    }

    /** A value that came to be. */
    public AuditChanges set(String field, Object to) {
        return changed(field, null, to);
    }

    public AuditChanges changed(String field, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            ObjectNode values = fields.putObject(field);
            put(values, "from", from);
            put(values, "to", to);
        }
        return this;
    }

    /** The values themselves are not recorded: people put all kinds of things into free text. */
    public AuditChanges touched(String field, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            fields.putObject(field);
        }
        return this;
    }

    String toJson() {
        return fields.toString();
    }

    private static void put(ObjectNode values, String name, @Nullable Object value) {
        if (value != null) {
            values.set(name, JSON.valueToTree(value));
        }
    }
}
