package io.igregulator.webhooks.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.embedded.Infrastructure;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was stored before there was a feed is in it afterwards. */
class FeedMigrationIT {
    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();
    private final DriverManagerDataSource source =
            new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final UUID account = UUID.randomUUID();
    private final UUID endpoint = UUID.randomUUID();

    @Test
    void earlierEventsFindTheirAudience() {
        Flyway.configure().dataSource(source).target("4").load().migrate();
        jdbc.sql("INSERT INTO account (id, name, plan) VALUES (?, 'owner', 'pro')")
                .param(account)
                .update();
        jdbc.sql("INSERT INTO endpoint (id, account_id, url, events) VALUES (?, ?, 'https://example.org', '{x}')")
                .params(endpoint, account)
                .update();
        jdbc.sql("INSERT INTO watchlist_entry (account_id, operator_slug) VALUES (?, 'acme')")
                .param(account)
                .update();
        event("license.issued", "{\"data\": {\"operator_slug\": \"acme\"}}", 1);
        event("license.issued", "{\"data\": {\"operator_slug\": \"acme\"}}", 31);
        event("coverage.degraded", "{\"data\": {}}", 1);
        event("webhook.endpoint_degraded", "{\"data\": {\"endpoint_id\": \"" + endpoint + "\"}}", 1);
        event("webhook.endpoint_degraded", "{\"data\": {\"endpoint_id\": \"" + UUID.randomUUID() + "\"}}", 1);
        event("license.issued", "no JSON", 1);

        Flyway.configure().dataSource(source).load().migrate();

        assertThat(jdbc.sql("SELECT audience FROM feed_entry")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("operator:acme", "everyone", "account:" + account);
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM feed_entry JOIN watchlist_entry
                                    ON audience = ('operator:' || operator_slug) COLLATE "C"
                                WHERE stored_tx >= from_tx AND stored_at < now() - interval '23 hours'
                                """).query(Long.class).single()).isEqualTo(1);
    }

    private void event(String type, String body, int daysAgo) {
        jdbc.sql("INSERT INTO event VALUES (?, ?, ?, now() - make_interval(days => ?))")
                .params(UUID.randomUUID(), type, body.getBytes(StandardCharsets.UTF_8), daysAgo)
                .update();
    }
}
