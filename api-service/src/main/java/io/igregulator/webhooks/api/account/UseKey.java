package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.api.limit.LimitProperties;
import io.igregulator.webhooks.api.limit.RequestRate;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.KeyId;
import io.igregulator.webhooks.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks a key up, takes a token out of its bucket and notes its use: one statement, so that a request pays one round trip.
 * Any number of processes share the buckets; the clock is PostgreSQL's, read again once the bucket's row is locked.
 */
@Component
final class UseKey {
    private static final String USE = """
            WITH known AS (
                SELECT api_key.id, account.id AS account_id, account.plan,
                       account.suspended_at IS NOT NULL AS suspended,
                       api_key.revoked_at IS NOT NULL AS revoked,
                       coalesce(api_key.expires_at <= statement_timestamp(), false) AS expired,
                       api_key.scope,
                       coalesce(account.requests_per_second, (CAST(? AS jsonb) ->> account.plan)::integer)
                           AS per_second,
                       account.requests_per_second IS NOT NULL AS negotiated
                FROM api_key JOIN account ON account.id = api_key.account_id
                WHERE api_key.sha256 = ?
            ), in_force AS (
                SELECT id, per_second, interval '1 second' / per_second AS step
                FROM known WHERE NOT revoked AND NOT expired AND NOT suspended
            ), bucket AS (
                INSERT INTO request_bucket AS b (key_id, full_at)
                SELECT id, clock_timestamp() + step FROM in_force WHERE per_second IS NOT NULL
                ON CONFLICT (key_id) DO UPDATE SET full_at = CASE
                    WHEN b.full_at <= clock_timestamp() + (SELECT step * (per_second - 1) FROM in_force)
                    THEN greatest(b.full_at, clock_timestamp()) + (SELECT step FROM in_force)
                    ELSE least(b.full_at, clock_timestamp() + (SELECT step * per_second FROM in_force))
                END
                RETURNING old.full_at IS NULL OR new.full_at > old.full_at AS admitted,
                          new.full_at, clock_timestamp() AS asked_at
            ), used AS (
                UPDATE api_key SET last_used_at = statement_timestamp() FROM in_force
                WHERE api_key.id = in_force.id
                  AND (last_used_at IS NULL OR last_used_at <= statement_timestamp() - interval '1 minute')
            )
            SELECT known.*, extract(microseconds FROM in_force.step)::bigint AS step_micros,
                   bucket.admitted, bucket.full_at, bucket.asked_at
            FROM known LEFT JOIN in_force ON true LEFT JOIN bucket ON true
            """;

    /** Requests per second by plan, as JSON; a plan without a fixed cap has the ceiling. */
    private final String planRates;

    private final JdbcClient jdbc;

    UseKey(JdbcClient jdbc, LimitProperties limits) {
        this.jdbc = jdbc;
        this.planRates = Arrays.stream(Plan.values())
                .map(plan -> "\"" + plan.wireName() + "\":"
                        + plan.requestsPerSecond().orElse(limits.requestsPerSecond()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    Optional<KnownKey> use(ApiKey key) {
        // The bucket always comes before the key's row, which "used" writes last: no two requests can wait for each
        // other.
        // A bucket that is "too empty", after the clock was set back, counts as just empty.
        return jdbc.sql(USE)
                .param(planRates)
                .param(key.sha256())
                .query(UseKey::knownKey)
                .optional();
    }

    private static KnownKey knownKey(ResultSet row, int number) throws SQLException {
        Plan plan = Plan.ofWireName(row.getString("plan")).orElseThrow();
        return new KnownKey(
                new KeyId(Rows.uuid(row, "id")),
                new AccountId(Rows.uuid(row, "account_id")),
                plan,
                Scope.ofWireName(row.getString("scope")).orElseThrow(),
                row.getBoolean("revoked"),
                row.getBoolean("expired"),
                row.getBoolean("suspended"),
                row.getBoolean("negotiated") || plan.requestsPerSecond().isPresent(),
                rate(row));
    }

    private static @Nullable RequestRate rate(ResultSet row) throws SQLException {
        @Nullable Instant fullAt = Rows.instantOrNull(row, "full_at");
        return fullAt == null
                ? null
                : new RequestRate(
                        row.getInt("per_second"),
                        Duration.of(row.getLong("step_micros"), ChronoUnit.MICROS),
                        row.getBoolean("admitted"),
                        fullAt,
                        Rows.instant(row, "asked_at"));
    }
}
