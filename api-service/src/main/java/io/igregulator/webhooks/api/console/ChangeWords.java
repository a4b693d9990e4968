package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.audit.AuditReader.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the audit log says, in words. */
public final class ChangeWords {
    private ChangeWords() {}

    /** A customer learns that the platform did it, and not who there. */
    public static String actor(AuditEntry entry, boolean toOperator) {
        AuditEntry.Actor actor = entry.actor();
        return switch (actor.type()) {
            case "api_key" -> "API key " + Words.tail(Objects.requireNonNullElse(actor.keyId(), ""));
            case "portal" -> "portal";
            case "operator" ->
                toOperator ? "operator" + (actor.name() == null ? "" : " " + actor.name()) : "the platform's support";
            case "worker" -> "by itself";
            default -> actor.type();
        };
    }

    /** From where; of the operator's people the operator alone learns it. */
    public static @Nullable String address(AuditEntry entry, boolean toOperator) {
        return toOperator || !entry.actor().type().equals("operator")
                ? entry.actor().remoteAddress()
                : null;
    }

    public static String action(AuditEntry entry) {
        return entry.action().replace('.', ' ');
    }

    /** Field by field. */
    public static List<String> changes(AuditEntry entry) {
        List<String> lines = new ArrayList<>();
        entry.changes().forEachEntry((field, change) -> lines.add(field + line(change)));
        return List.copyOf(lines);
    }

    private static String line(JsonNode change) {
        if (!change.has("from") && !change.has("to")) {
            return " changed";
        }
        String to = change.has("to") ? text(change.path("to")) : "nothing";
        return change.has("from") ? ": " + text(change.path("from")) + " → " + to : ": " + to;
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? String.join(", ", value.valueStream().map(JsonNode::asString).toList())
                : value.asString();
    }
}
