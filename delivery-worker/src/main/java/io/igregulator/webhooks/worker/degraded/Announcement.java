package io.igregulator.webhooks.worker.degraded;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.worker.notice.Notice;
import java.time.Duration;

/** The body of {@code webhook.endpoint_degraded}: what a person needs to find out what is wrong. */
final class Announcement {
    private Announcement() {}

    static byte[] of(Episode.Began episode, String url, Duration window) {
        Notice notice = new Notice(EventType.ENDPOINT_DEGRADED, episode.event(), episode.at(), episode.endpoint(), url);
        FailureShare share = episode.share();
        notice.data()
                .put("failure_rate", Math.round(1000.0 * share.failed() / share.total()) / 1000.0)
                .put("failed_attempts", share.failed())
                .put("total_attempts", share.total())
                .put("window_seconds", window.toSeconds())
                .put("last_error", episode.lastError())
                .put("failing_since", Notice.time(share.failingSince()));
        return notice.body();
    }
}
