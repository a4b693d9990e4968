package io.igregulator.webhooks.api.session;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;

/**
 * When sessions of a door end.
 *
 * @param idle without a request
 * @param longest whatever is requested
 */
record SessionLength(Duration idle, Duration longest) {
    SessionLength {
        Require.that(
                idle.toSeconds() >= 60 && longest.compareTo(idle) >= 0,
                "a session's idle time must be at least 1m, and its longest time at least its idle time");
    }
}
