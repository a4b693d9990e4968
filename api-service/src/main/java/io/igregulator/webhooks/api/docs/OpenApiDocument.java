package io.igregulator.webhooks.api.docs;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of the public API, composed once at start. */
@Component
final class OpenApiDocument {
    private final Content content;

    OpenApiDocument() {
        ObjectNode document = Fragments.merged();
        EveryOperation.fillIn(document);
        DeliveredRequests.fillIn(document);
        SpelledOut.fillIn(document);
        content = Content.of(MediaType.APPLICATION_JSON, JsonMapper.shared().writeValueAsBytes(document));
    }

    Content content() {
        return content;
    }
}
