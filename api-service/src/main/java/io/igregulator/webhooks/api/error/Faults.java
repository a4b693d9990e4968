package io.igregulator.webhooks.api.error;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** What a caller hears of a failure that no layer expected, and the line about it in the log. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    /** While PostgreSQL is away each request fails, and says the same. */
    private static final long BETWEEN_WARNINGS = Duration.ofSeconds(5).toNanos();

    private static final AtomicLong NEXT_WARNING = new AtomicLong(System.nanoTime());

    private Faults() {}

    static ApiError of(Throwable failure) {
        if (UnusableDatabase.explains(failure)) {
            warn(failure);
            return Unavailable.database();
        }
        LOG.error("Request failed", failure);
        return ServerFault.unexpected();
    }

    private static void warn(Throwable failure) {
        long now = System.nanoTime();
        long due = NEXT_WARNING.get();
        if (now - due >= 0 && NEXT_WARNING.compareAndSet(due, now + BETWEEN_WARNINGS)) {
            LOG.warn("PostgreSQL cannot serve requests, they are answered 503: {}", cause(failure));
        }
    }

    private static String cause(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure).toString();
    }
}
