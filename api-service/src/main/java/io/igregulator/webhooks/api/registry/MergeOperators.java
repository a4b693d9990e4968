package io.igregulator.webhooks.api.registry;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.registry.ImportSpool.NumberedOperator;
import io.igregulator.webhooks.event.LicenseStatus;
import io.igregulator.webhooks.sql.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Puts an import into the registry within the caller's transaction: first beside it, then into it in one statement. */
@Component
final class MergeOperators {
    private static final int BATCH = 1000;
    private static final String CREATE_IMPORT = """
            CREATE TEMPORARY TABLE operator_import (
                line bigint, slug text, id text, display_name text, country text, license_status text,
                jurisdiction_code text
            ) ON COMMIT DROP
            """;
    private static final String LOAD = """
            INSERT INTO operator_import
            SELECT * FROM unnest(:lines, :slugs, :ids, :names, :countries, :statuses, :jurisdictions)
            """;
    private static final String REFUSE_REPEATS = """
            SELECT line FROM (
                SELECT line, row_number() OVER (PARTITION BY slug ORDER BY line) AS occurrence
                FROM operator_import
            ) WHERE occurrence > 1 ORDER BY line LIMIT 1
            """;
    private static final String MERGE = """
            WITH merged AS (
                INSERT INTO operator AS known
                    (slug, id, display_name, country, license_status, jurisdiction_code, status_at)
                SELECT slug, id, display_name, country, license_status, jurisdiction_code,
                    CASE WHEN license_status IS NOT NULL THEN now() END
                FROM operator_import
                ORDER BY slug COLLATE "C"
                ON CONFLICT (slug) DO UPDATE SET
                    id = coalesce(EXCLUDED.id, known.id),
                    display_name = coalesce(EXCLUDED.display_name, known.display_name),
                    country = coalesce(EXCLUDED.country, known.country),
                    license_status = coalesce(EXCLUDED.license_status, known.license_status),
                    jurisdiction_code = coalesce(EXCLUDED.jurisdiction_code, known.jurisdiction_code),
                    status_at = CASE
                        WHEN EXCLUDED.license_status <> coalesce(known.license_status, '') THEN now()
                        ELSE known.status_at END,
                    updated_at = now()
                WHERE EXCLUDED.id <> coalesce(known.id, '')
                    OR EXCLUDED.display_name <> coalesce(known.display_name, '')
                    OR EXCLUDED.country <> coalesce(known.country, '')
                    OR EXCLUDED.license_status <> coalesce(known.license_status, '')
                    OR EXCLUDED.jurisdiction_code <> coalesce(known.jurisdiction_code, '')
                RETURNING old.slug IS NULL AS created
            )
            SELECT count(*) FILTER (WHERE created) AS created,
                count(*) FILTER (WHERE NOT created) AS updated,
                (SELECT count(*) FROM operator_import) - count(*) AS unchanged
            FROM merged
            """;

    private final JdbcClient jdbc;

    MergeOperators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws InvalidRequest if an operator is in there twice */
    Counts merge(ImportSpool spool) {
        jdbc.sql(CREATE_IMPORT).update();
        try {
            spool.read(BATCH, this::load);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refuseRepeats();
        return merge();
    }

    private void load(List<NumberedOperator> lines) {
        jdbc.sql(LOAD)
                .param("lines", Columns.of("bigint", lines, NumberedOperator::line))
                .param("slugs", column(lines, operator -> operator.slug().value()))
                .param("ids", column(lines, ImportedOperator::id))
                .param("names", column(lines, ImportedOperator::displayName))
                .param("countries", column(lines, ImportedOperator::country))
                .param("statuses", column(lines, MergeOperators::status))
                .param("jurisdictions", column(lines, ImportedOperator::jurisdictionCode))
                .update();
    }

    private void refuseRepeats() {
        jdbc.sql(REFUSE_REPEATS).query(Long.class).optional().ifPresent(line -> {
            throw InvalidRequest.line(line, InvalidRequest.field("slug", "the operator is in an earlier line already"));
        });
    }

    /** In the order in which fan-out locks operators, too. */
    private Counts merge() {
        return jdbc.sql(MERGE)
                .query((row, number) ->
                        new Counts(row.getLong("created"), row.getLong("updated"), row.getLong("unchanged")))
                .single();
    }

    private static @Nullable String status(ImportedOperator operator) {
        LicenseStatus status = operator.licenseStatus();
        return status == null ? null : status.wireName();
    }

    private static SqlArrayValue column(
            List<NumberedOperator> lines, Function<ImportedOperator, @Nullable Object> value) {
        return Columns.of("text", lines, line -> value.apply(line.operator()));
    }

    /** What an import has changed. */
    record Counts(long created, long updated, long unchanged) {}
}
