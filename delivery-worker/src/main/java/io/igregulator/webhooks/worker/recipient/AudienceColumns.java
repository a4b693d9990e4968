package io.igregulator.webhooks.worker.recipient;

import io.igregulator.webhooks.event.EventPattern;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Columns;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns audiences into the parameters of {@link RecipientRule}. */
public final class AudienceColumns {
    private AudienceColumns() {}

    public static Map<String, Object> of(List<Audience> audiences) {
        return Map.of(
                "types",
                Columns.of("text", audiences, audience -> audience.type().wireName()),
                "families",
                Columns.of("text", audiences, audience -> EventPattern.family(audience.type())),
                "operators",
                Columns.of("text", audiences, Audience::operatorSlug),
                "degraded",
                Columns.of("uuid", audiences, AudienceColumns::degraded));
    }

    private static @Nullable UUID degraded(Audience audience) {
        EndpointId endpoint = audience.degradedEndpoint();
        return endpoint == null ? null : endpoint.value();
    }
}
