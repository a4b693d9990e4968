package io.igregulator.webhooks.worker.degraded;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of {@code webhook.endpoint_degraded}: what a person needs to find out what is wrong. */
final class Announcement {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Announcement() {}

    static byte[] of(Episode.Began episode, String url, Duration window) {
        ObjectNode envelope = JSON.createObjectNode()
                .put("event", EventType.ENDPOINT_DEGRADED.wireName())
                .put("event_id", episode.event().toString())
                .put("api_version", EventEnvelope.API_VERSION)
                .put("timestamp", MILLIS.format(episode.at().truncatedTo(ChronoUnit.MILLIS)))
                .put("livemode", true);
        FailureShare share = episode.share();
        envelope.putObject("data")
                .put("endpoint_id", episode.endpoint().toString())
                .put("url", url)
                .put("failure_rate", Math.round(1000.0 * share.failed() / share.total()) / 1000.0)
                .put("failed_attempts", share.failed())
                .put("total_attempts", share.total())
                .put("window_seconds", window.toSeconds())
                .put("last_error", episode.lastError())
                .put("failing_since", MILLIS.format(share.failingSince()));
        return JSON.writeValueAsBytes(envelope);
    }
}
