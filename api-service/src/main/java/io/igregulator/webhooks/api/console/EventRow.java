package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.delivery.DeliveryView;
import io.igregulator.webhooks.api.endpoint.EndpointNames.EndpointName;
import io.igregulator.webhooks.api.explain.EventAtEndpoint;
import io.igregulator.webhooks.api.explain.NotSent;
import io.igregulator.webhooks.id.EndpointId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event at one endpoint.
 *
 * @param path of the endpoint's page; null once it was deleted
 */
public record EventRow(
        String name,
        @Nullable String accountName,
        @Nullable String path,
        @Nullable DeliveryView delivery,
        @Nullable NotSent notSent) {
    static EventRow of(Visit visit, EventAtEndpoint at, Map<EndpointId, EndpointName> known) {
        @Nullable EndpointName name = known.get(EndpointId.parse(at.endpointId()));
        return name == null
                ? new EventRow(
                        "a deleted endpoint " + Words.tail(at.endpointId()), null, null, at.delivery(), at.notSent())
                : new EventRow(
                        Links.shortUrl(name.url().toString()),
                        name.accountName(),
                        Links.base(visit, name.account()) + Paths.ENDPOINTS + "/" + at.endpointId(),
                        at.delivery(),
                        at.notSent());
    }

    /** In words. */
    public String why() {
        return notSent == null
                ? ""
                : switch (notSent.reason()) {
                    case "not_subscribed" -> "It does not subscribe to this type.";
                    case "not_watched" ->
                        "The account did not watch the operator, and the endpoint receives watched ones only.";
                    case "inactive" -> "It was not active.";
                    case "created_later" -> "It was created later.";
                    case "deleted" -> "It was deleted.";
                    case "about_itself" -> "The event is about this endpoint; others are notified.";
                    case "not_fanned_out_yet" -> "Its recipients are not determined yet.";
                    default -> Words.sentence(notSent.reason().replace('_', ' '));
                };
    }
}
