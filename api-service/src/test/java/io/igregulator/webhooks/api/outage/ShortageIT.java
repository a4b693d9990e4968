package io.igregulator.webhooks.api.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.OpenRequests;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.url.LookupShortageException;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What the service itself is short of is not the caller's fault, nor a defect: the caller is asked to come back. */
class ShortageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WEBHOOKS = "/v1/webhooks";
    private static final String WEBHOOK =
            "{\"url\": \"https://hooks.example.com/%s\", \"events\": [\"license.issued\"]}";
    private static final int CONNECTIONS = 2;

    @Test
    void noLookupCanBeSpared() {
        AtomicBoolean shortage = new AtomicBoolean();
        InetAddress[] found = {InetAddress.ofLiteral("93.184.215.14")};
        try (RunningApi api = RunningApi.with(host -> {
            if (shortage.get()) {
                throw new LookupShortageException();
            }
            return found;
        })) {
            Client client = api.customer("enterprise").client();
            String webhook = WEBHOOKS + "/"
                    + client.post(WEBHOOKS, WEBHOOK.formatted("before"))
                            .is(201)
                            .json()
                            .path("id")
                            .asString();

            shortage.set(true);
            isAskedToComeBack(client.post(WEBHOOKS, WEBHOOK.formatted("during")));
            isAskedToComeBack(client.patch(webhook, "{\"url\": \"https://hooks.example.com/during\"}"));
            isAskedToComeBack(client.post(webhook + "/test", ""));
            // What needs no lookup is served.
            client.patch(webhook, "{\"description\": \"changed\"}").is(200);

            shortage.set(false);
            client.post(WEBHOOKS, WEBHOOK.formatted("after")).is(201);
            assertThat(client.get(WEBHOOKS).is(200).body())
                    .contains("/before", "/after")
                    .doesNotContain("/during");
        }
    }

    @Test
    void allConnectionsOfThePoolAreInUse() throws SQLException {
        try (RunningApi api = RunningApi.with(Map.of(
                        "spring.datasource.hikari.maximum-pool-size",
                        Integer.toString(CONNECTIONS),
                        "spring.datasource.hikari.connection-timeout",
                        "500"));
                OpenRequests open = new OpenRequests(api.port());
                Connection blocker = api.connection()) {
            Customer greedy = api.customer("enterprise");
            Customer other = api.customer("enterprise");
            greedy.client().get(WEBHOOKS).is(200);
            lockBucket(blocker, greedy);
            for (int i = 0; i < CONNECTIONS; i++) {
                open.complete("GET", WEBHOOKS, greedy.key());
            }
            await().atMost(PATIENCE).until(() -> sessionsThatWait(api) == CONNECTIONS);

            isAskedToComeBack(other.client().get(WEBHOOKS));
            isAskedToComeBack(api.operator().post("/operator/v1/accounts", "{\"name\": \"A\", \"plan\": \"pro\"}"));
            api.operator().authorization(null).get("/actuator/health/liveness").is(200);

            blocker.rollback();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> other.client().get(WEBHOOKS).is(200));
            greedy.client().get(WEBHOOKS).is(200);
        }
    }

    /** Every further request of the customer holds a connection until the lock is released. */
    private static void lockBucket(Connection blocker, Customer customer) throws SQLException {
        blocker.setAutoCommit(false);
        try (var lock = blocker.prepareStatement("SELECT 1 FROM request_bucket WHERE key_id = ?::uuid FOR UPDATE")) {
            lock.setString(1, customer.keyId());
            assertThat(lock.executeQuery().next()).as("the bucket exists").isTrue();
        }
    }

    private static long sessionsThatWait(RunningApi api) {
        return api.database().sql("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).query(Long.class).single();
    }

    private static void isAskedToComeBack(Answer answer) {
        answer.isError(503, "server_error", "temporarily_unavailable");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(answer.body()).doesNotContain("SQL", "Hikari", "Exception");
    }
}
