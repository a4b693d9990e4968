package io.igregulator.webhooks.api.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An operator that is added and removed again and again leaves no more behind than there is to show. */
class WatchlistSpansIT {
    private static final int TIMES = 60;

    private final RunningApi api = RunningApi.strict();
    private final Customer customer = api.customer("enterprise");
    private final String operator = "toggled-" + UUID.randomUUID();

    @Test
    void spansWithoutAnEventAreNotKept() {
        register();

        for (int i = 0; i < TIMES; i++) {
            toggle();
        }

        // Those that another test's transaction was open beside may still be there.
        assertThat(spans()).isBetween(1, TIMES / 3);
    }

    @Test
    void aSpanWithAnEventStaysAndSoDoesTheEventInTheFeed() {
        register();
        add();
        UUID event = UUID.fromString("019a0000-0000-7000-8000-" + operator.substring(operator.length() - 12));
        api.database()
                .sql("INSERT INTO event (id, type, body, published_at) VALUES (?, 'license.issued', ?, now())")
                .param(event)
                .param("{\"event_id\": \"%s\"}".formatted(operator).getBytes(StandardCharsets.UTF_8))
                .update();
        api.database()
                .sql("INSERT INTO feed_entry (audience, event_id) VALUES (?, ?)")
                .param("operator:" + operator)
                .param(event)
                .update();
        remove();

        for (int i = 0; i < TIMES; i++) {
            toggle();
        }

        assertThat(customer.client().get("/v1/watchlist/events").is(200).body()).contains(operator);
    }

    private int spans() {
        return api.database()
                .sql("SELECT count(*) FROM watchlist_past WHERE operator_slug = ?")
                .param(operator)
                .query(Integer.class)
                .single();
    }

    private void register() {
        api.database()
                .sql("INSERT INTO operator (slug, id, display_name) VALUES (?, ?, ?)")
                .param(operator)
                .param(operator)
                .param(operator)
                .update();
    }

    private void toggle() {
        add();
        remove();
    }

    private void add() {
        customer.client()
                .post("/v1/watchlist/operators", "{\"operator_slug\": \"" + operator + "\"}")
                .is(201);
    }

    private void remove() {
        customer.client().delete("/v1/watchlist/operators/" + operator).is(204);
    }
}
