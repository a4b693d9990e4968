package io.igregulator.webhooks.database;

import io.igregulator.webhooks.database.NeededSchema.Applied;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Part of readiness: out of service while the database's schema is not one that this service works with. Each check asks
 * PostgreSQL again, so that a service that was started before the migration becomes ready after it, without a restart.
 */
final class SchemaHealth implements HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(SchemaHealth.class);
    private static final String APPLIED = """
            SELECT version::integer, description FROM flyway_schema_history
            WHERE success AND version ~ '^[0-9]+$'
            """;

    private final JdbcClient jdbc;
    private final NeededSchema needed;
    private final AtomicReference<String> logged = new AtomicReference<>("");

    SchemaHealth(JdbcClient jdbc, NeededSchema needed) {
        this.jdbc = jdbc;
        this.needed = needed;
    }

    @Override
    public Health health() {
        try {
            List<Applied> applied = migrated() ? applied() : List.of();
            Optional<String> objection = needed.objection(applied);
            log(objection.orElse(""));
            Health.Builder health = objection.map(SchemaHealth::unsuitable).orElseGet(Health::up);
            return health.withDetail("needed", needed.version())
                    .withDetail(
                            "present",
                            applied.stream().mapToInt(Applied::version).max().orElse(0))
                    .build();
        } catch (DataAccessException e) {
            return Health.down(e).build();
        }
    }

    /** Each answer once: a probe comes every few seconds. */
    private void log(String objection) {
        if (objection.equals(logged.getAndSet(objection))) {
            return;
        }
        if (objection.isEmpty()) {
            log.info("The schema is one that this service works with");
        } else {
            log.warn("Not ready: {}", objection);
        }
    }

    private static Health.Builder unsuitable(String reason) {
        return Health.outOfService().withDetail("reason", reason);
    }

    /** An empty database has no history, which is not an error. */
    private boolean migrated() {
        return jdbc.sql("SELECT to_regclass('flyway_schema_history') IS NOT NULL")
                .query(Boolean.class)
                .single();
    }

    private List<Applied> applied() {
        return jdbc.sql(APPLIED)
                .query((row, number) -> new Applied(row.getInt("version"), row.getString("description")))
                .list();
    }
}
