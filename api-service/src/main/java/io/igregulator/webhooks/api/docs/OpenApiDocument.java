package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.api.web.StaticContent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of the public API, composed once at start. */
@Component
final class OpenApiDocument {
    private final StaticContent content;

    OpenApiDocument() {
        ObjectNode document = Fragments.merged();
        EveryOperation.fillIn(document);
        DeliveredRequests.fillIn(document);
        SpelledOut.fillIn(document);
        content = StaticContent.json(document, JsonMapper.shared());
    }

    StaticContent content() {
        return content;
    }
}
