package io.igregulator.webhooks.lag;

import io.igregulator.webhooks.sql.Rows;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what waits in PostgreSQL by the reason why it waits. */
public final class UndeliveredReader {
    // An endpoint's queue row that is due later than the delivery holds it: its circuit is open, or its account has no
    // place.
    // So does parking, which spends no attempt.
    private static final String BY_REASON = """
            SELECT CASE
                    WHEN NOT e.active OR e.suspended_at IS NOT NULL THEN 'inactive'
                    WHEN w.attempts_before_resend IS NOT NULL THEN 'resent'
                    WHEN w.attempts = 0 OR q.next_due_at > w.due_at THEN 'held'
                    ELSE 'retry'
                END AS reason,
                count(*) AS deliveries, min(w.created_at) AS oldest
            FROM waiting_delivery w
            JOIN endpoint e ON e.id = w.endpoint_id
            LEFT JOIN endpoint_queue q ON q.endpoint_id = w.endpoint_id
            GROUP BY 1
            """;
    private static final List<String> REASONS = List.of("retry", "held", "inactive", "resent");

    private final JdbcClient jdbc;

    public UndeliveredReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every reason, those without a delivery too. */
    public Map<String, Undelivered> read() {
        Map<String, Undelivered> reasons = new HashMap<>();
        REASONS.forEach(reason -> reasons.put(reason, Undelivered.NONE));
        jdbc.sql(BY_REASON).query(row -> {
            Instant oldest = Rows.instant(row, "oldest");
            reasons.put(row.getString("reason"), new Undelivered(row.getLong("deliveries"), oldest.toEpochMilli()));
        });
        return reasons;
    }
}
