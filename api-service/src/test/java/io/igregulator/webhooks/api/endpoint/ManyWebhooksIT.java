package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An account may have any number of webhooks, which are listed a batch after the other. */
class ManyWebhooksIT {
    private static final int MANY = 450;

    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("enterprise");

    @Test
    void allAreListedOnceAndOldestFirst() {
        // Of the same time by tens, so that the id decides among them.
        api.database().sql("""
                        INSERT INTO endpoint (id, account_id, url, events, created_at)
                        SELECT gen_random_uuid(), ?::uuid, 'https://hooks.example.com/' || n, '{license.issued}',
                            now() - interval '1 day' + (n / 10) * interval '1 second'
                        FROM generate_series(1, ?) AS n
                        """).param(customer.accountId()).param(MANY).update();
        List<@Nullable String> stored = api.database()
                .sql("SELECT id::text FROM endpoint WHERE account_id = ?::uuid ORDER BY created_at, id")
                .param(customer.accountId())
                .query(String.class)
                .list();

        JsonNode listed = customer.client().get("/v1/webhooks").is(200).json().path("webhooks");

        assertThat(listed.valueStream()
                        .map(webhook -> webhook.path("id").asString())
                        .toList())
                .hasSize(MANY)
                .isEqualTo(stored);
    }
}
