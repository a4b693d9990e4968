package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the next rows of several ranges of the history's index in one statement. */
@Component
final class ReadRanges {
    /**
     * Between two statements a delivery may change its status and be in neither's range: all see the same moment. The planner
     * takes a range of unknown size for a small one, and would read all of it to sort what the index has in order.
     */
    private static final String PREPARE = """
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
            SET LOCAL enable_sort = off
            """;

    /** The last row of each range shows how far it was read, whether or not it matches. */
    static final String SQL = """
            SELECT *
            FROM (
                SELECT d.*, r.number,
                    coalesce(d.last_http_status::int4 <@ ?::int4multirange, ?)
                        AND coalesce(d.last_error = ANY (?::text[]), ?) AS matching
                FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS r (endpoint_id, status, event_type, below, number)
                CROSS JOIN LATERAL (
                    SELECT n.*, row_number() OVER newest AS place, lead(n.id) OVER newest IS NULL AS last
                    FROM (
                        SELECT %s
                        FROM delivery
                        WHERE endpoint_id = r.endpoint_id AND status = r.status AND event_type = r.event_type
                            AND id < r.below AND id >= ?
                        -- As delivery_history says it, and no other index.
                        ORDER BY id DESC NULLS LAST
                        LIMIT ?
                    ) n
                    WINDOW newest AS (ORDER BY n.id DESC NULLS LAST)
                ) d
            ) looked_at
            WHERE matching OR last
            """.formatted(DeliveryView.COLUMNS);

    private final JdbcClient jdbc;

    ReadRanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Comes first in the transaction of the reads. */
    void prepare() {
        jdbc.sql(PREPARE).update();
    }

    /**
     * Moves each position forward.
     *
     * @param from the lowest id to look at
     * @param share how many rows of each range to look at
     * @param found takes those that pass the filter
     * @return how many rows were looked at
     */
    int next(
            List<RangePosition> positions,
            DeliveryId from,
            int share,
            DeliveryFilter filter,
            Consumer<DeliveryView> found) {
        int[] looked = new int[positions.size()];
        @Nullable HttpStatuses httpStatuses = filter.httpStatuses();
        @Nullable Set<String> errors = filter.errors();
        jdbc.sql(SQL)
                .param(httpStatuses == null ? null : httpStatuses.multirange())
                .param(httpStatuses == null)
                .param(errors == null ? null : Columns.of("text", errors))
                .param(errors == null)
                .param(Columns.of(
                        "uuid", positions, one -> one.range().endpoint().value()))
                .param(Columns.of("int2", positions, one -> one.range().status().code()))
                .param(Columns.of("int2", positions, one -> one.range().event().code()))
                .param(Columns.of("uuid", positions, one -> one.reached().value()))
                .param(from.value())
                .param(share)
                .query(row -> {
                    int number = row.getInt("number") - 1;
                    if (row.getBoolean("last")) {
                        looked[number] = row.getInt("place");
                        positions.get(number).reach(new DeliveryId(Rows.uuid(row, "id")));
                    }
                    if (row.getBoolean("matching")) {
                        found.accept(DeliveryView.of(row, 0));
                    }
                });
        int all = 0;
        for (int number = 0; number < looked.length; number++) {
            all += looked[number];
            if (looked[number] < share) {
                positions.get(number).close();
            }
        }
        return all;
    }
}
