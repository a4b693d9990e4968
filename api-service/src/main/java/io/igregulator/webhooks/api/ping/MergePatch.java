package io.igregulator.webhooks.api.ping;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396): a null removes, an object is merged, anything else replaces. */
final class MergePatch {
    private MergePatch() {}

    static void apply(ObjectNode target, ObjectNode patch) {
        patch.forEachEntry((name, value) -> {
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode nested) {
                JsonNode before = target.path(name);
                apply(before instanceof ObjectNode object ? object : target.putObject(name), nested);
            } else {
                target.set(name, value);
            }
        });
    }
}
