package io.igregulator.webhooks.lag;

import io.igregulator.webhooks.database.DedicatedSessions;
import io.igregulator.webhooks.database.RequireWritable;
import io.igregulator.webhooks.loop.SupervisedLoop;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Measures what waits in PostgreSQL, in one process at a time of either service: all would read the same rows. The others
 * show nothing, and look now and then whether the one that measures is gone.
 */
final class MeasureUndelivered implements SupervisedLoop.Body {
    /** Any number that nothing else in the database locks: "undeli" in ASCII. */
    static final long LOCK = 0x756e64656c69L;

    private static final Logger log = LoggerFactory.getLogger(MeasureUndelivered.class);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration CHECK = Duration.ofSeconds(1);
    /** The pause is at least so many times as long as the count before it: all waiting rows are read for it. */
    private static final int SPARED = 20;

    private final JdbcClient pool;
    private final DedicatedSessions sessions;
    private final UndeliveredMeters meters;
    private final WaitingTotal total;
    private final Duration interval;
    private final InstantSource clock;

    MeasureUndelivered(
            JdbcClient pool,
            DedicatedSessions sessions,
            UndeliveredMeters meters,
            WaitingTotal total,
            Duration interval,
            InstantSource clock) {
        this.pool = pool;
        this.sessions = sessions;
        this.meters = meters;
        this.total = total;
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public void run(SupervisedLoop.Signal signal) throws InterruptedException {
        while (signal.running()) {
            try {
                if (isFree()) {
                    measure(signal);
                }
            } catch (SQLException | DataAccessException e) {
                if (signal.running()) {
                    log.warn("cannot measure undelivered deliveries: {}", e.toString());
                }
            } finally {
                meters.unknown();
                total.unknown();
            }
            signal.alive();
            signal.pause(interval);
        }
    }

    /** Asked through the pool, so that a standby opens no session. The lock ends with the statement. */
    private boolean isFree() {
        return pool.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    private void measure(SupervisedLoop.Signal signal) throws SQLException, InterruptedException {
        try (Connection connection = sessions.open("webhook-undelivered")) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("SET statement_timeout = " + LONGEST.toMillis()).update();
            boolean mine = jdbc.sql("SELECT pg_try_advisory_lock(?)")
                    .param(LOCK)
                    .query(Boolean.class)
                    .single();
            UndeliveredReader reader = new UndeliveredReader(jdbc);
            RequireWritable.of(connection);
            while (mine && signal.running()) {
                Instant start = clock.instant();
                measure(reader);
                Duration took = Duration.between(start, clock.instant());
                pause(signal, connection, pauseAfter(took, interval));
            }
        }
    }

    /** A count that takes too long is spared as any other one; another process would do no better. */
    private void measure(UndeliveredReader reader) {
        try {
            Map<String, Undelivered> reasons = reader.read();
            meters.measured(reasons);
            total.measured(reasons);
        } catch (QueryTimeoutException e) {
            log.warn("counting undelivered deliveries took longer than {} s", LONGEST.toSeconds());
            meters.unknown();
            total.unknown();
        }
    }

    /** The interval while a count is quick; a large backlog is counted less often rather than all the time. */
    static Duration pauseAfter(Duration took, Duration interval) {
        Duration spared = took.multipliedBy(SPARED);
        return spared.compareTo(interval) > 0 ? spared : interval;
    }

    /** A former primary shows rows that no longer count, and is left long before the next measurement. */
    private static void pause(SupervisedLoop.Signal signal, Connection connection, Duration length)
            throws SQLException, InterruptedException {
        Duration left = length;
        while (signal.running() && left.isPositive()) {
            Duration step = left.compareTo(CHECK) < 0 ? left : CHECK;
            signal.pause(step);
            RequireWritable.of(connection);
            signal.alive();
            left = left.minus(step);
        }
    }
}
