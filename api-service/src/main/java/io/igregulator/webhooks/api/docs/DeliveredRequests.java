package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.schema.EventSchema;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Describes the requests that receivers get, from the schemas that events are checked against: one source for both. */
final class DeliveredRequests {
    private static final String TEMPLATE = "x-delivered-request";

    private final ObjectNode document;
    private final ObjectNode template;
    private final ObjectNode schemas;

    private DeliveredRequests(ObjectNode document) {
        this.document = document;
        this.template = (ObjectNode) document.remove(TEMPLATE);
        this.schemas = document.withObject("/components/schemas");
    }

    static void fillIn(ObjectNode document) {
        DeliveredRequests requests = new DeliveredRequests(document);
        requests.complete(document.withObject("/webhooks/test.ping/post"));
        List<EventType> types = List.of(EventType.values());
        AnyEvent.describe(document, types);
        types.forEach(requests::add);
    }

    private void add(EventType type) {
        EventSchema schema = EventSchema.load(EventEnvelope.API_VERSION, type.wireName());
        ObjectNode described = (ObjectNode) schema.document();
        // Inside this document it is named, and read, as a part of it.
        described.remove("$schema");
        described.remove("$id");
        // What generated clients find the type by: Go's look at patterns only.
        described
                .withObject("/properties/event")
                .put("pattern", "^" + type.wireName().replace(".", "\\.") + "$");
        schemas.set(AnyEvent.schemaName(type), described);
        request(type, schema);
    }

    private void request(EventType type, EventSchema schema) {
        ObjectNode post =
                document.withObject("/webhooks").putObject(type.wireName()).putObject("post");
        post.put("operationId", "receive" + AnyEvent.schemaName(type))
                .put("summary", schema.title())
                .put("description", schema.description());
        ObjectNode body = post.putObject("requestBody").put("required", true);
        ObjectNode media = body.putObject("content").putObject("application/json");
        media.putObject("schema").put("$ref", AnyEvent.reference(type));
        media.putObject("examples").putObject("event").set("value", schema.example());
        complete(post);
    }

    private void complete(ObjectNode post) {
        for (var entry : template.path("post").properties()) {
            post.set(entry.getKey(), entry.getValue().deepCopy());
        }
    }
}
