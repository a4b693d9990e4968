package io.igregulator.webhooks.api.feed;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts an account's polls of the hour that began with its first one, in a row that all API processes share. A poll with
 * bad parameters counts, one that comes too early does not: waiting as long as the answer says is always enough.
 */
@Component
final class CountPoll {
    private static final String COUNT = """
            INSERT INTO feed_poll AS known (account_id, started_at, polls) VALUES (:account, :now, 1)
            ON CONFLICT (account_id) DO UPDATE SET
                started_at = CASE WHEN known.started_at <= :over THEN EXCLUDED.started_at
                    ELSE known.started_at END,
                polls = CASE WHEN known.started_at <= :over THEN 1
                    ELSE least(known.polls, :limit) + 1 END
            RETURNING started_at, polls
            """;

    private final JdbcClient jdbc;
    private final FeedProperties properties;
    private final InstantSource clock;

    CountPoll(JdbcClient jdbc, FeedProperties properties, InstantSource clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    PollAllowance count(Caller caller) {
        OptionalInt limit = caller.plan().feedPollsPerHour();
        return limit.isPresent()
                ? count(caller.account(), limit.getAsInt())
                : new PollAllowance(limit, 0, Instant.MAX, properties.recommendedInterval());
    }

    private PollAllowance count(AccountId account, int limit) {
        OffsetDateTime now = SqlTime.of(clock.instant());
        return jdbc.sql(COUNT)
                .param("account", account.value())
                .param("now", now)
                .param("over", now.minus(PollAllowance.WINDOW))
                .param("limit", limit)
                .query((row, number) -> new PollAllowance(
                        OptionalInt.of(limit),
                        row.getInt("polls"),
                        Rows.instant(row, "started_at").plus(PollAllowance.WINDOW),
                        interval(limit)))
                .single();
    }

    private static Duration interval(int limit) {
        return Duration.ofSeconds(Math.ceilDiv(PollAllowance.WINDOW.toSeconds(), limit));
    }
}
