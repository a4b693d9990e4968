package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.error.RateLimited;
import io.igregulator.webhooks.api.session.ConsoleProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Counts the wrong tokens of each address, in this process. */
@Component
@Lazy
final class LoginTries {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 1_000;

    private final ConsoleProperties properties;
    private final InstantSource clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private record Tries(Instant since, int wrong) {}

    LoginTries(ConsoleProperties properties, InstantSource clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws RateLimited if the address has tried too often within a minute */
    synchronized void require(String address) {
        @Nullable Tries made = current(address);
        if (made != null && made.wrong() >= properties.loginsPerMinute()) {
            long reset = made.since().plus(WINDOW).getEpochSecond() + 1;
            long wait = Math.max(1, reset - clock.instant().getEpochSecond());
            throw RateLimited.of(
                    "too_many_logins",
                    "too many wrong tokens from this address",
                    Map.of(
                            "Retry-After", Long.toString(wait),
                            "X-RateLimit-Limit", Integer.toString(properties.loginsPerMinute()),
                            "X-RateLimit-Remaining", "0",
                            "X-RateLimit-Reset", Long.toString(reset)));
        }
    }

    synchronized void wrong(String address) {
        @Nullable Tries made = current(address);
        tries.put(address, made == null ? new Tries(clock.instant(), 1) : new Tries(made.since(), made.wrong() + 1));
    }

    private @Nullable Tries current(String address) {
        @Nullable Tries made = tries.get(address);
        return made == null || made.since().plus(WINDOW).isBefore(clock.instant()) ? null : made;
    }
}
