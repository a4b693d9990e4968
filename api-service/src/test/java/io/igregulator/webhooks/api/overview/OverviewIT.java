package io.igregulator.webhooks.api.overview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.embedded.KafkaBroker;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.DeliveryHeaders;
import io.igregulator.webhooks.topic.Topics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is behind, what waits and how the endpoints do, in a process whose Kafka and database are its own. */
class OverviewIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaBroker broker = KafkaBroker.start(KafkaBroker.Options.temporary());
    private final RunningApi api = RunningApi.with(Map.of(
            "spring.kafka.bootstrap-servers", broker.bootstrapServers(), "webhooks.metrics.lag-interval", "100ms"));

    @AfterEach
    void stop() {
        api.close();
        // Closing twice does no harm.
        broker.close();
    }

    @Test
    void lagIsShownByGroupTopicAndPartitionAndIsUnknownWhileKafkaIsAway() throws Exception {
        createTopics();
        send(1, 2);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(dispatch(lag()).path("records").longValue()).isEqualTo(2));

        JsonNode dispatch = dispatch(lag());
        assertThat(dispatch.path("partitions").toString())
                .isEqualTo(
                        "[{\"topic\":\"%1$s\",\"partition\":0,\"records\":0},{\"topic\":\"%1$s\",\"partition\":1,\"records\":2}]"
                                .formatted(Topics.DELIVERIES));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                dispatch(lag()).path("behind_by_seconds").doubleValue())
                        .isPositive());
        JsonNode fanout = group(lag(), "groups", ConsumerGroups.FANOUT);
        assertThat(fanout.path("records").longValue()).isZero();
        assertThat(fanout.path("behind_by_seconds").doubleValue()).isZero();
        assertThat(fanout.path("partitions").size()).isEqualTo(2 * Topics.DOMAIN.size());
        assertThat(lag().path("measured_seconds_ago").isNumber()).isTrue();

        broker.close();

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(dispatch(lag()).path("records").isNull()).isTrue());
        assertThat(dispatch(lag()).path("behind_by_seconds").isNull()).isTrue();
        assertThat(dispatch(lag()).path("partitions").isEmpty()).isTrue();
    }

    @Test
    void theOverviewShowsWhatWaitsWhereverItWaits() throws Exception {
        createTopics();
        send(0, 5);
        String endpoint = endpoint("https://93.184.216.34/waits");
        database("""
                INSERT INTO waiting_delivery (delivery_id, endpoint_id, event_id, event_type, attempts, due_at, created_at)
                SELECT gen_random_uuid(), '%s', gen_random_uuid(), 6, 1, now(), now() - interval '1 hour'
                FROM generate_series(1, 4)""".formatted(endpoint));

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode overview = overview();
            assertThat(reason(overview, "dispatch").path("deliveries").longValue())
                    .isEqualTo(5);
            assertThat(reason(overview, "retry").path("deliveries").longValue()).isEqualTo(4);
            assertThat(overview.path("outbox").path("messages").isNumber()).isTrue();
        });
        JsonNode overview = overview();
        assertThat(reason(overview, "retry").path("oldest_age_seconds").doubleValue())
                .isGreaterThanOrEqualTo(3600);
        assertThat(reason(overview, "held").path("deliveries").longValue()).isZero();
        assertThat(reason(overview, "held").path("oldest_age_seconds").doubleValue())
                .isZero();
        assertThat(overview.path("undelivered").findValuesAsString("reason"))
                .containsExactly("dispatch", "held", "inactive", "resent", "retry");
        assertThat(group(overview, "behind", ConsumerGroups.DISPATCH)
                        .path("records")
                        .longValue())
                .isEqualTo(5);
    }

    @Test
    void theOverviewCountsTheEndpointsByState() {
        endpoint("https://93.184.216.34/healthy");
        String failing = endpoint("https://93.184.216.34/failing");
        database("INSERT INTO endpoint_activity (endpoint_id, last_delivery_status) VALUES ('%s', 'failed')"
                .formatted(failing));
        String held = endpoint("https://93.184.216.34/held");
        database("""
                INSERT INTO endpoint_circuit (endpoint_id, shard, opened_at, openings, probe_at, last_error)
                VALUES ('%s', 3, now(), 1, now(), 'timeout')""".formatted(held));
        String suspended = endpoint("https://93.184.216.34/suspended");
        database("UPDATE endpoint SET suspended_at = now() WHERE id = '%s'".formatted(suspended));
        String paused = endpoint("https://93.184.216.34/paused");
        database("UPDATE endpoint SET active = false, inactive_reason = 'owner' WHERE id = '%s'".formatted(paused));
        String gone = endpoint("https://93.184.216.34/gone");
        database("UPDATE endpoint SET active = false, inactive_reason = 'gone' WHERE id = '%s'".formatted(gone));

        assertThat(overview().path("endpoints").toString())
                .isEqualTo("{\"healthy\":1,\"failing\":1,\"held\":1,\"suspended\":1,\"paused\":1,\"stopped\":1}");
    }

    @Test
    void neitherTakesParametersOrIsPublic() {
        for (String route : new String[] {"/operator/v1/overview", "/operator/v1/lag"}) {
            assertThat(api.operator().get(route + "?group=x").is(400).body()).contains("the route takes no parameters");
            api.anonymous().get(route).is(404);
        }
    }

    private void createTopics() {
        Topics.DOMAIN.forEach(topic -> broker.createTopics(new NewTopic(topic, 2, (short) 1)));
        broker.createTopics(new NewTopic(Topics.DELIVERIES, 2, (short) 1));
    }

    private void send(int partition, int records) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                ProducerRecord<byte[], byte[]> record =
                        new ProducerRecord<>(Topics.DELIVERIES, partition, new byte[] {1}, new byte[] {2});
                record.headers().add(DeliveryHeaders.DELIVERIES, "1".getBytes(UTF_8));
                producer.send(record).get();
            }
        }
    }

    private String endpoint(String url) {
        return api.customer("pro")
                .client()
                .post("/v1/webhooks", "{\"url\": \"%s\", \"events\": [\"license.issued\"]}".formatted(url))
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    private void database(String sql) {
        api.database().sql(sql).update();
    }

    private JsonNode overview() {
        return api.operator().get("/operator/v1/overview").is(200).json();
    }

    private JsonNode lag() {
        return api.operator().get("/operator/v1/lag").is(200).json();
    }

    private static JsonNode dispatch(JsonNode lag) {
        return group(lag, "groups", ConsumerGroups.DISPATCH);
    }

    private static JsonNode group(JsonNode parent, String list, String group) {
        return named(parent.path(list), "group", group);
    }

    private static JsonNode reason(JsonNode overview, String reason) {
        return named(overview.path("undelivered"), "reason", reason);
    }

    private static JsonNode named(JsonNode list, String field, String name) {
        for (JsonNode one : list) {
            if (one.path(field).asString().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("no " + name + " in " + list);
    }
}
