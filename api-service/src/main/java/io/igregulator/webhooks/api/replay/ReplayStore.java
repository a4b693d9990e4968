package io.igregulator.webhooks.api.replay;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.id.ReplayId;
import io.igregulator.webhooks.sql.Columns;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Replays as they were asked for, and how far they have come. */
@Component
final class ReplayStore {
    private static final String OF_TYPE = "(cardinality(:types::text[]) = 0 OR type = ANY (:types::text[]))";
    private static final String INSERT = """
            INSERT INTO replay (id, since, until, types, position, found, created_at)
            SELECT :id, :since, :until, nullif(:types::text[], '{}'), :first,
                (SELECT count(*) FROM event WHERE id >= :first AND id < :end AND %s), :now
            """.formatted(OF_TYPE);

    private final JdbcClient jdbc;

    ReplayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ReplayId id, ReplaySpan span, Instant now) {
        jdbc.sql(INSERT)
                .param("id", id.value())
                .param("since", SqlTime.of(span.from()))
                .param("until", SqlTime.of(span.to()))
                .param("types", Columns.of("text", span.types()))
                .param("first", span.first())
                .param("end", span.end())
                .param("now", SqlTime.of(now))
                .update();
    }

    /** @throws NotFound unless it is there */
    ReplayView get(ReplayId id) {
        return jdbc.sql("SELECT * FROM replay WHERE id = ?")
                .param(id.value())
                .query(ReplayStore::view)
                .optional()
                .orElseThrow(NotFound::replay);
    }

    private static ReplayView view(ResultSet row, int number) throws SQLException {
        @Nullable Array types = row.getArray("types");
        return new ReplayView(
                new ReplayId(Rows.uuid(row, "id")),
                row.getString("status"),
                Rows.instant(row, "since"),
                Rows.instant(row, "until"),
                types == null ? null : List.of((String[]) types.getArray()),
                row.getLong("found"),
                row.getLong("published"),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "finished_at"));
    }
}
