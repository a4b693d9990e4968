package io.igregulator.webhooks.worker.waiting;

import io.igregulator.webhooks.database.DedicatedSessions;
import io.igregulator.webhooks.database.RequireWritable;
import io.igregulator.webhooks.loop.SupervisedLoop;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The number that this process claims under, and the advisory lock that says it is alive: PostgreSQL releases it with the
 * session, so that claims end with their worker. A lock that is lost with its session is taken again under the same number.
 */
final class WorkerLock implements SupervisedLoop.Body {
    /** Any number that nothing else in the database locks with two keys: "work" in ASCII. */
    static final int CLASS = 0x776f726b;

    private static final Logger log = LoggerFactory.getLogger(WorkerLock.class);
    private static final Duration LISTEN = Duration.ofMillis(500);
    private static final int LISTENS_PER_CHECK = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DedicatedSessions sessions;
    private @Nullable Integer number;
    private volatile OptionalInt held = OptionalInt.empty();

    WorkerLock(DedicatedSessions sessions) {
        this.sessions = sessions;
    }

    /** Empty while the lock is not held: what is claimed then ends with its lease alone. */
    OptionalInt held() {
        return held;
    }

    @Override
    public void run(SupervisedLoop.Signal signal) throws InterruptedException {
        while (signal.running()) {
            try (Connection connection = sessions.open("webhook-worker-lock")) {
                hold(connection, signal);
            } catch (SQLException | RuntimeException e) {
                log.warn("lost the lock of this worker, taking it again: {}", e.toString());
            } finally {
                held = OptionalInt.empty();
            }
            signal.alive();
            signal.pause(PAUSE);
        }
    }

    private void hold(Connection connection, SupervisedLoop.Signal signal) throws SQLException {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        // A server that takes no writes is not where the others look for this lock.
        RequireWritable.of(connection);
        int mine = number == null
                ? jdbc.sql("SELECT nextval('worker_number')::int")
                        .query(Integer.class)
                        .single()
                : number;
        number = mine;
        boolean locked = jdbc.sql("SELECT pg_try_advisory_lock(?, ?)")
                .params(CLASS, mine)
                .query(Boolean.class)
                .single();
        if (locked) {
            held = OptionalInt.of(mine);
        }
        // Waits, and fails as soon as the connection ends; one that stays open may be of a primary that is one no
        // longer.
        PGConnection session = connection.unwrap(PGConnection.class);
        for (int listened = 1; locked && signal.running(); listened++) {
            session.getNotifications((int) LISTEN.toMillis());
            if (listened % LISTENS_PER_CHECK == 0) {
                RequireWritable.of(connection);
            }
            signal.alive();
        }
    }
}
