package io.igregulator.webhooks.api.registry;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.id.OperatorSlug;
import io.igregulator.webhooks.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the registry. */
@Component
final class OperatorReader {
    private final JdbcClient jdbc;

    OperatorReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound if it is not known */
    OperatorView get(OperatorSlug slug, String field) {
        return jdbc.sql("SELECT * FROM operator WHERE slug = ?")
                .param(slug.value())
                .query(OperatorReader::view)
                .optional()
                .orElseThrow(() -> NotFound.operator(field));
    }

    /** By slug, those after one. */
    List<OperatorView> list(String after, int limit) {
        return jdbc.sql("SELECT * FROM operator WHERE slug > ? ORDER BY slug LIMIT ?")
                .param(after)
                .param(limit)
                .query(OperatorReader::view)
                .list();
    }

    private static OperatorView view(ResultSet row, int number) throws SQLException {
        @Nullable Instant statusAt = Rows.instantOrNull(row, "status_at");
        return new OperatorView(
                row.getString("slug"),
                row.getString("id"),
                row.getString("display_name"),
                row.getString("country"),
                row.getString("license_status"),
                row.getString("jurisdiction_code"),
                statusAt,
                Rows.instant(row, "updated_at"));
    }
}
