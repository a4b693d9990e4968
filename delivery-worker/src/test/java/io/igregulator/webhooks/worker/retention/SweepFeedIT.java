package io.igregulator.webhooks.worker.retention;

import static io.igregulator.webhooks.worker.retention.RetentionFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepFeedIT {
    private final RetentionFixture fixture = new RetentionFixture(3);
    private final UUID account = UUID.randomUUID();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void entriesGoAfterThirtyDaysAndSpansOfWatchingWithTheirLastEntry() {
        fixture.jdbc()
                .sql("INSERT INTO account (id, name, plan) VALUES (?, 'owner', 'pro')")
                .param(account)
                .update();
        for (int i = 0; i < 10; i++) {
            entry("operator:acme", Duration.ofDays(29), 100 + i);
        }
        entry("operator:other", Duration.ofDays(1), 200);
        span("acme", 100, 110);
        span("acme", 110, 120);
        span("other", 200, 201);

        fixture.now = START.plus(Duration.ofMinutes(59));
        fixture.retention.tick();
        assertThat(fixture.count("feed_entry")).isEqualTo(11);
        assertThat(fixture.count("watchlist_past")).isEqualTo(3);

        fixture.now = START.plus(Duration.ofMinutes(61));
        fixture.retention.tick();
        assertThat(fixture.count("feed_entry")).isEqualTo(11);
        assertThat(fixture.count("watchlist_past")).isEqualTo(2);

        fixture.now = START.plus(Duration.ofDays(2));
        fixture.retention.tick();
        assertThat(fixture.count("feed_entry WHERE audience = 'operator:other'"))
                .isEqualTo(1);
        assertThat(fixture.count("feed_entry")).isEqualTo(1);
        assertThat(fixture.count("watchlist_past")).isEqualTo(1);
    }

    private void entry(String audience, Duration age, long transaction) {
        fixture.jdbc()
                .sql("INSERT INTO feed_entry VALUES (?, ?::text::xid8, ?, ?)")
                .params(
                        audience,
                        Long.toString(transaction),
                        UUID.randomUUID(),
                        START.minus(age).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void span(String operator, long from, long until) {
        fixture.jdbc()
                .sql("INSERT INTO watchlist_past VALUES (?, ?, ?::text::xid8, ?::text::xid8, ?)")
                .params(account, operator, Long.toString(from), Long.toString(until), START.atOffset(ZoneOffset.UTC))
                .update();
    }
}
