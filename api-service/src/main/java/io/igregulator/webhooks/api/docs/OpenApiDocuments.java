package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.api.web.OpenDocument;
import io.igregulator.webhooks.event.EventDomain;
import io.igregulator.webhooks.event.EventType;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI documents of the public API and of the operator's, composed once at start. Their trees are not kept. */
@Component
final class OpenApiDocuments {
    private static final List<EventType> PUBLISHED_OVER_HTTP = Arrays.stream(EventType.values())
            .filter(type -> type.domain() != EventDomain.WEBHOOK)
            .toList();

    private final OpenDocument ofPublic;
    private final OpenDocument ofOperator;

    OpenApiDocuments() {
        ObjectNode everyones = Fragments.merged(Fragments.PUBLIC);
        DeliveredRequests.fillIn(everyones);
        ObjectNode operators = Fragments.merged(Fragments.OPERATOR);
        AnyEvent.describe(operators, PUBLISHED_OVER_HTTP);
        // Before what differs between the two is written into either of them.
        BorrowedComponents.fillIn(operators, everyones);
        this.ofPublic = complete(everyones);
        this.ofOperator = complete(operators);
    }

    private static OpenDocument complete(ObjectNode document) {
        EveryOperation.fillIn(document);
        SpelledOut.fillIn(document);
        return OpenDocument.of(MediaType.APPLICATION_JSON, JsonMapper.shared().writeValueAsBytes(document));
    }

    OpenDocument ofPublic() {
        return ofPublic;
    }

    OpenDocument ofOperator() {
        return ofOperator;
    }
}
