package io.igregulator.webhooks.topic;

import io.igregulator.webhooks.id.EndpointId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Value of a record on {@link Topics#ENDPOINT_CHANGES}, keyed by endpoint: notifies caches that what they hold is older
 * than {@code version}. It never carries a URL or a secret.
 */
public record EndpointChange(EndpointId endpoint, Kind kind, long version) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What happened to the endpoint. */
    public enum Kind {
        CREATED,
        UPDATED,
        SECRET_ROTATED,
        DELETED
    }

    public byte[] toJson() {
        return JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("endpoint_id", endpoint.toString())
                .put("change", kind.name().toLowerCase(java.util.Locale.ROOT))
                .put("version", version));
    }

    /** @throws IllegalArgumentException unless {@code json} is what {@link #toJson} writes. */
    public static EndpointChange fromJson(byte[] json) {
        try {
            JsonNode root = JSON.readTree(json);
            return new EndpointChange(
                    EndpointId.parse(root.required("endpoint_id").asString()),
                    Kind.valueOf(root.required("change").asString().toUpperCase(java.util.Locale.ROOT)),
                    root.required("version").asLong());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not an endpoint change", e);
        }
    }
}
