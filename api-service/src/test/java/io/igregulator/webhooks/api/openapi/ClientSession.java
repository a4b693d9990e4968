package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.fixture.Receiver;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.event.FeedAudience;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.schema.EventSchema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/**
 * An account that has a failed delivery and an event of each type to see.
 *
 * @param environment what a program needs to look at it
 * @param expected what the program prints, a step and its outcome a line
 */
record ClientSession(Map<String, String> environment, Map<String, String> expected) {
    static ClientSession prepare(RunningApi api, Receiver receiver) {
        Customer customer = api.customer("enterprise");
        String past = customer.client()
                .post("/v1/webhooks", "{\"url\":\"" + receiver.url() + "\",\"events\":[\"coverage.degraded\"]}")
                .is(201)
                .json()
                .path("id")
                .asString();
        new PastDeliveries(api.database()).failed(past, 2);
        for (EventType type : EventType.values()) {
            store(api.database(), type, customer.accountId());
        }
        String operator = "operator-" + UUID.randomUUID();
        api.database()
                .sql("INSERT INTO operator (slug) VALUES (?)")
                .param(operator)
                .update();
        return new ClientSession(
                Map.of(
                        "SERVICE",
                        "http://127.0.0.1:" + api.port(),
                        "API_KEY",
                        customer.key(),
                        "RECEIVER",
                        receiver.url(),
                        "OPERATOR",
                        operator,
                        "PAST_WEBHOOK",
                        past),
                outcomes(operator));
    }

    private static Map<String, String> outcomes(String operator) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        outcomes.put("create", "whsec_");
        outcomes.put("list", "1");
        outcomes.put("get", "license.issued");
        outcomes.put("patch", "night shift");
        outcomes.put("rotate", "true");
        outcomes.put("test", "200");
        outcomes.put("watch", operator);
        outcomes.put("watchlist", "1");
        outcomes.put("operators", operator);
        outcomes.put("unwatch", "0");
        outcomes.put("feed", types(EventType::wireName));
        outcomes.put("types", types(ClientSession::schemaName));
        outcomes.put("poll", "0");
        outcomes.put("deliveries", "failed");
        outcomes.put("delivery", "503,timeout");
        outcomes.put("resend", "pending");
        outcomes.put("recover", "true");
        outcomes.put("refused", "invalid_input");
        outcomes.put("delete", "webhook_not_found");
        return outcomes;
    }

    private static void store(JdbcClient database, EventType type, String account) {
        EventId id = EventId.create(Instant.now(), RandomGenerator.getDefault());
        ObjectNode body = (ObjectNode)
                EventSchema.load(EventEnvelope.API_VERSION, type.wireName()).example();
        database.sql("""
                        WITH stored AS (
                            INSERT INTO event (id, type, body, published_at) VALUES (?, ?, ?, now()) RETURNING id
                        )
                        INSERT INTO feed_entry (audience, event_id) SELECT ?, id FROM stored
                        """)
                .param(id.bits())
                .param(type.wireName())
                .param(body.put("event_id", id.toString()).toString().getBytes(StandardCharsets.UTF_8))
                .param(FeedAudience.ACCOUNT + account)
                .update();
    }

    private static String types(Function<EventType, String> name) {
        return Arrays.stream(EventType.values()).map(name).collect(Collectors.joining(","));
    }

    private static String schemaName(EventType type) {
        return Arrays.stream(type.wireName().split("[._]"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
