package io.igregulator.webhooks.api.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the endpoints of all accounts by their state. */
@Component
public final class CountStates {
    private static final String COUNT =
            "SELECT s.state, count(*) AS endpoints FROM (SELECT %s AS state FROM %s) s GROUP BY s.state"
                    .formatted(StateColumns.STATE, StateColumns.FROM);

    private final JdbcClient jdbc;

    CountStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every state by its wire name, those without an endpoint too. */
    public Map<String, Long> count() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (EndpointHealth.State state : EndpointHealth.State.values()) {
            counts.put(state.wireName(), 0L);
        }
        jdbc.sql(COUNT).query(row -> {
            counts.put(row.getString("state"), row.getLong("endpoints"));
        });
        return counts;
    }
}
