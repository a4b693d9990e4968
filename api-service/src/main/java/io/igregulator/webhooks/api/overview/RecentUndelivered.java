package io.igregulator.webhooks.api.overview;

import io.igregulator.webhooks.lag.Undelivered;
import io.igregulator.webhooks.lag.UndeliveredReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits in PostgreSQL. Another process may be the one that measures it for its meters, so it is counted here when someone
 * asks, and not again for a while: all waiting rows are read for it.
 */
@Component
final class RecentUndelivered {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    /** As long as the service's own measurement may take. */
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** A count is remembered for so many times as long as it took, at least. */
    private static final int SPARED = 20;

    private final UndeliveredReader reader;
    private final InstantSource clock;
    private Map<String, Undelivered> counted = Map.of();
    private Instant until = Instant.EPOCH;

    RecentUndelivered(DataSource source, InstantSource clock) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.setQueryTimeout((int) LONGEST.toSeconds());
        this.reader = new UndeliveredReader(JdbcClient.create(jdbc));
        this.clock = clock;
    }

    /** By reason; empty if it takes too long to count. One thread counts, the others wait for it. */
    synchronized Map<String, Undelivered> read() {
        Instant start = clock.instant();
        if (start.isBefore(until)) {
            return counted;
        }
        counted = count();
        Instant end = clock.instant();
        Duration spared = Duration.between(start, end).multipliedBy(SPARED);
        until = end.plus(spared.compareTo(REMEMBERED) > 0 ? spared : REMEMBERED);
        return counted;
    }

    private Map<String, Undelivered> count() {
        try {
            return Map.copyOf(reader.read());
        } catch (QueryTimeoutException e) {
            return Map.of();
        }
    }
}
