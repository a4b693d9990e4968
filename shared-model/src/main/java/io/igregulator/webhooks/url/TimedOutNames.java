package io.igregulator.webhooks.url;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that were not answered in time a moment ago: asking again would only hold another thread. */
final class TimedOutNames {
    private static final int MOST = 10_000;

    private final long keepNanos;

    /** Until when; the oldest first. */
    private final Map<String, Long> names = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    TimedOutNames(Duration keep) {
        this.keepNanos = keep.toNanos();
    }

    synchronized boolean holds(String host) {
        @Nullable Long until = names.get(host);
        if (until != null && until - System.nanoTime() <= 0) {
            names.remove(host);
            return false;
        }
        return until != null;
    }

    synchronized void add(String host) {
        names.putIfAbsent(host, System.nanoTime() + keepNanos);
    }

    synchronized void remove(String host) {
        names.remove(host);
    }
}
