package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.resend.MakeDue;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests that the worker which owns an endpoint tries it at once, within the caller's transaction, which has locked the
 * endpoint's row. The request waits in the database: the worker takes it with its next claim, with Kafka or without.
 */
@Component
final class ResumeWriter {
    private static final String REQUEST = """
            INSERT INTO endpoint_resume AS r (endpoint_id, requested_at, pending) VALUES (?, now(), true)
            ON CONFLICT (endpoint_id) DO UPDATE SET requested_at = EXCLUDED.requested_at, pending = true
            WHERE r.requested_at <= EXCLUDED.requested_at - make_interval(secs => ?)
            """;
    private static final String REQUEST_ALWAYS = """
            INSERT INTO endpoint_resume (endpoint_id, requested_at, pending) VALUES (?, now(), true)
            ON CONFLICT (endpoint_id) DO UPDATE SET requested_at = EXCLUDED.requested_at, pending = true
            """;
    // The owner knows it by the request; this is for a worker that takes the endpoint over, and for readers.
    private static final String PROBE =
            "UPDATE endpoint_circuit SET probe_at = least(probe_at, now()) WHERE endpoint_id = ?";
    private static final String REQUESTED_BEFORE = """
            SELECT greatest(1, ceil(? - extract(epoch FROM clock_timestamp() - requested_at)))::int
            FROM endpoint_resume
            WHERE endpoint_id = ?
            """;
    private static final String HELD = "SELECT EXISTS (SELECT FROM endpoint_circuit WHERE endpoint_id = ?)";

    private final JdbcClient jdbc;
    private final MakeDue makeDue;
    private final InstantSource clock;

    ResumeWriter(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.makeDue = new MakeDue(jdbc);
        this.clock = clock;
    }

    /** For a change that makes what was learnt of the endpoint obsolete. */
    void request(EndpointId endpoint) {
        wakeQueue(endpoint);
        jdbc.sql(REQUEST_ALWAYS).param(endpoint.value()).update();
        probe(endpoint);
    }

    /** False, with the queue awake all the same, when the latest request is not {@code interval} old. */
    boolean requestUnlessWithin(Duration interval, EndpointId endpoint) {
        wakeQueue(endpoint);
        boolean requested = jdbc.sql(REQUEST)
                        .param(endpoint.value())
                        .param(interval.toSeconds())
                        .update()
                == 1;
        if (requested) {
            probe(endpoint);
        }
        return requested;
    }

    /** Until the next request is taken, in whole seconds, at least one. */
    int secondsUntilNext(Duration interval, EndpointId endpoint) {
        return jdbc.sql(REQUESTED_BEFORE)
                .param(interval.toSeconds())
                .param(endpoint.value())
                .query(Integer.class)
                .single();
    }

    /** Whether its circuit is open, as far as its worker has written it down. */
    boolean held(EndpointId endpoint) {
        return jdbc.sql(HELD).param(endpoint.value()).query(Boolean.class).single();
    }

    /**
     * Before the request's row, as a claim locks them. Also for an endpoint for which nothing waits: its circuit may be open,
     * and the owner looks at queue rows alone.
     */
    private void wakeQueue(EndpointId endpoint) {
        makeDue.at(endpoint, clock.instant());
    }

    private void probe(EndpointId endpoint) {
        jdbc.sql(PROBE).param(endpoint.value()).update();
    }
}
