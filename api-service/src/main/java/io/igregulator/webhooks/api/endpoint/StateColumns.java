package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.endpoint.EndpointHealth.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** The state of an endpoint in SQL, the same for one, for a listing and for a count. */
final class StateColumns {
    /** What the other two read. */
    static final String FROM = """
            endpoint e
            LEFT JOIN endpoint_circuit c ON c.endpoint_id = e.id
            LEFT JOIN endpoint_degradation d ON d.endpoint_id = e.id
            LEFT JOIN endpoint_activity a ON a.endpoint_id = e.id
            """;

    /** The wire name of {@link State}. */
    static final String STATE = """
            CASE
                WHEN NOT e.active AND (e.stopped_at IS NOT NULL OR e.inactive_reason IN ('gone', 'failing')) THEN 'stopped'
                WHEN NOT e.active THEN 'paused'
                WHEN e.suspended_at IS NOT NULL THEN 'suspended'
                WHEN c.opened_at IS NOT NULL THEN 'held'
                WHEN d.degraded_at IS NOT NULL OR a.last_delivery_status <> 'success' THEN 'failing'
                ELSE 'healthy'
            END
            """;

    /** Null for a healthy one, and where it is not recorded. */
    static final String SINCE = """
            CASE
                WHEN NOT e.active THEN coalesce(e.stopped_at, e.inactive_since)
                WHEN e.suspended_at IS NOT NULL THEN e.suspended_at
                WHEN c.opened_at IS NOT NULL THEN c.opened_at
                ELSE least(d.degraded_at, CASE WHEN a.last_delivery_status <> 'success' THEN a.failing_since END)
            END
            """;

    private StateColumns() {}

    static State state(ResultSet row) throws SQLException {
        return State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }
}
