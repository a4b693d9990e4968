package io.igregulator.webhooks.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.embedded.Infrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/** How PostgreSQL reads the ranges of an endpoint that has half of all deliveries. */
class HistoryPlanIT {
    private static final UUID BUSY = new UUID(0, 0);
    private static final Instant FIRST_DAY = Instant.parse("2026-11-20T00:00:00Z");

    /** It knows nothing of where a range begins, expects a few rows, and would sort all there are. */
    @Test
    void theIndexGivesTheOrder() throws Exception {
        Infrastructure.Database database = Infrastructure.shared().freshDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .load()
                .migrate();
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
            JdbcClient jdbc = JdbcClient.create(source);
            fill(jdbc);

            String plan = new TransactionTemplate(new DataSourceTransactionManager(source)).execute(status -> {
                new ReadRanges(jdbc).prepare();
                return explain(jdbc);
            });

            assertThat(plan).contains("Merge Append", "Index Scan").doesNotContain("->  Sort");
            assertThat(explain(jdbc)).as("without any preparation").contains("->  Sort");
        }
    }

    private static String explain(JdbcClient jdbc) {
        List<@Nullable String> lines = jdbc.sql("EXPLAIN " + ReadRanges.SQL)
                .param(null)
                .param(true)
                .param(null)
                .param(true)
                .param(new SqlArrayValue("uuid", BUSY))
                .param(new SqlArrayValue("int2", (short) 4))
                .param(new SqlArrayValue("int2", (short) 1))
                .param(new SqlArrayValue("uuid", new UUID(-1, -1)))
                .param(new UUID(0, 0))
                .param(50)
                .query(String.class)
                .list();
        return String.join("\n", lines);
    }

    private static void fill(JdbcClient jdbc) {
        for (int day = 0; day < 2; day++) {
            jdbc.sql("CREATE TABLE delivery_%d PARTITION OF delivery FOR VALUES FROM ('%s') TO ('%s')"
                            .formatted(day, id(day), id(day + 1)))
                    .update();
        }
        jdbc.sql("""
                        INSERT INTO delivery (id, endpoint_id, event_id, event_type, status, attempt_count, created_at)
                        SELECT (left(CASE n %% 2 WHEN 0 THEN '%s' ELSE '%s' END, 18) || right(id, 18))::uuid,
                            CASE WHEN n %% 4 < 2 THEN '%s' ELSE md5((n %% 100)::text)::uuid END,
                            id::uuid, 1 + n %% 7, 1 + n %% 4, 1, now()
                        FROM (SELECT n, gen_random_uuid()::text AS id FROM generate_series(1, 30000) AS n) numbered
                        """.formatted(id(0), id(1), BUSY)).update();
        jdbc.sql("ANALYZE delivery").update();
    }

    private static UUID id(int day) {
        return new UUID(FIRST_DAY.plus(Duration.ofDays(day)).toEpochMilli() << 16, 0);
    }
}
