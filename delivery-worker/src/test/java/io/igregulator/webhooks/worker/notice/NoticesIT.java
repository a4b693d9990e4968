package io.igregulator.webhooks.worker.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.net.Webhook.Signature;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Received;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import io.igregulator.webhooks.worker.fixture.TestEndpoints;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens to an endpoint reaches its owner's other endpoint. */
class NoticesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DISABLED = "webhook.endpoint_disabled";
    private static final String RECOVERED = "webhook.endpoint_recovered";

    private static RunningWorker worker;
    private static TestEndpoints endpoints;
    private static DeliveryRecords records;
    private static TestRelay relay;

    private Receiver receiver;
    private TestEndpoint watching;
    private TestEndpoint endpoint;

    @BeforeAll
    static void startWorker() {
        worker = RunningWorker.start(
                Infrastructure.shared().freshDatabase(),
                "webhooks.retry.delays=1h",
                "webhooks.degraded.minimum-attempts=2",
                "webhooks.degraded.rearm-share=20",
                "webhooks.disable.after=5d",
                "webhooks.disable.interval=50ms");
        endpoints = worker.endpoints();
        records = new DeliveryRecords(endpoints.jdbc());
        relay = new TestRelay(endpoints.jdbc());
    }

    @AfterAll
    static void stopWorker() {
        relay.close();
        records.close();
        worker.close();
    }

    @BeforeEach
    void startReceiver() {
        receiver = Receiver.start();
        AccountId owner = endpoints.account();
        watching = endpoints.create(owner, receiver.url("/watching"), true, DISABLED, RECOVERED);
        endpoint = endpoints.create(owner, receiver.url("/hook"), false, "license.issued");
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    @Test
    void anEndpointThatIsGoneIsAnnouncedToTheOtherOne() throws Exception {
        answering(410);
        records.send(endpoint.id(), 1);

        Received notice = notice(DISABLED);

        Signature.verifyHeader(notice.text(), notice.header("X-iGregulator-Signature"), watching.secret(), 300);
        JsonNode data = data(notice);
        assertThat(data.path("endpoint_id").asString()).isEqualTo(endpoint.id().toString());
        assertThat(data.path("url").asString()).isEqualTo(receiver.url("/hook"));
        assertThat(data.path("reason").asString()).isEqualTo("gone");
        assertThat(data.path("last_delivered_at").isNull()).isTrue();
        assertThat(receiver.received("/hook")).hasSize(1);
        assertThat(row())
                .containsEntry("active", false)
                .containsEntry("inactive_reason", "gone")
                .extractingByKey("inactive_since")
                .isNotNull();
    }

    @Test
    void theChangeItsAuditEntryAndItsNoticeAreOfOneTransaction() {
        answering(410);
        records.send(endpoint.id(), 1);
        awaitInactive();

        assertThat(worker.row(
                        """
                        SELECT count(DISTINCT tx) AS transactions, count(*) AS rows FROM (
                            SELECT xmin::text AS tx FROM endpoint WHERE id = ?
                            UNION ALL SELECT xmin::text FROM audit_entry WHERE target = ?
                            UNION ALL SELECT xmin::text FROM outbox WHERE message_key = ?
                        ) written
                        """,
                        endpoint.id().value(),
                        endpoint.id().toString(),
                        endpoint.id().toString()))
                .containsEntry("transactions", 1L)
                .containsEntry("rows", 4L);
    }

    @Test
    void anAccountWithOneEndpointGetsTheNoticeAtItsAddress() throws Exception {
        AccountId single = endpoints.account();
        TestEndpoint only = endpoints.create(single, receiver.url("/hook"), false, "license.issued");
        TestEndpoint address = endpoints.create(single, receiver.url("/watching"), true, DISABLED, RECOVERED);
        endpoints
                .jdbc()
                .sql("UPDATE endpoint SET for_notices = true WHERE id = ?")
                .param(address.id().value())
                .update();
        answering(410);
        records.send(only.id(), 1);

        Received notice = notice(DISABLED);

        Signature.verifyHeader(notice.text(), notice.header("X-iGregulator-Signature"), address.secret(), 300);
        assertThat(data(notice).path("endpoint_id").asString())
                .isEqualTo(only.id().toString());
        assertThat(receiver.received("/watching")).hasSize(1);
    }

    @Test
    void moreAnswersOfGoneAnnounceNothingMore() {
        answering(410);
        for (int i = 0; i < 5; i++) {
            records.send(endpoint.id(), 1);
        }
        awaitInactive();

        await().atMost(PATIENCE).until(() -> count("delivery WHERE endpoint_id = '%s'".formatted(endpoint.id())) == 5);
        assertThat(outbox(DISABLED)).isEqualTo(1);
    }

    @Test
    void anEpisodeOfDegradationThatEndsIsAnnouncedOnce() {
        answering(500);
        send(2);
        await().atMost(PATIENCE)
                .until(() -> count("endpoint_degradation WHERE endpoint_id = '%s'".formatted(endpoint.id())) == 1);
        answering(200);
        send(8);

        JsonNode data = data(notice(RECOVERED));

        assertThat(data.path("endpoint_id").asString()).isEqualTo(endpoint.id().toString());
        assertThat(data.path("degraded_since").asString())
                .isLessThan(data.path("recovered_at").asString());
        send(8);
        await().atMost(PATIENCE)
                .until(() -> count("delivery WHERE endpoint_id = '%s' AND status = %d"
                                .formatted(endpoint.id(), DeliveryStatus.SUCCESS.code()))
                        == 16);
        assertThat(outbox(RECOVERED)).isZero();
        assertThat(count("endpoint_degradation WHERE endpoint_id = '%s'".formatted(endpoint.id())))
                .isZero();
    }

    @Test
    void anEndpointThatFailedForLongIsDisabledAndAnnouncedOnce() {
        answering(500);
        send(1);
        await().atMost(PATIENCE).until(() -> count(failing("true")) == 1);
        backdate("6 days");

        JsonNode data = data(notice(DISABLED));

        assertThat(data.path("reason").asString()).isEqualTo("failing");
        assertThat(data.path("failing_since").asString())
                .isLessThan(data.path("inactive_since").asString());
        assertThat(row()).containsEntry("active", false).containsEntry("inactive_reason", "failing");
        assertThat(worker.row(
                        "SELECT actor, action, changes ->> 'inactive_reason' AS reason FROM audit_entry WHERE target = ?",
                        endpoint.id().toString()))
                .containsEntry("actor", "worker")
                .containsEntry("action", "endpoint.updated")
                .containsEntry("reason", "{\"to\": \"failing\"}");
        assertThat(outbox(DISABLED)).isZero();
    }

    @Test
    void anEndpointThatIsReactivatedStartsAgain() {
        answering(500);
        send(1);
        await().atMost(PATIENCE).until(() -> count(failing("true")) == 1);
        backdate("6 days");
        awaitInactive();
        relay.discard();

        endpoints.setActive(endpoint.id(), true);

        assertThat(count(failing("true"))).isZero();
        send(1);
        await().atMost(PATIENCE).until(() -> count(failing("failing_since > now() - interval '1 hour'")) == 1);
        assertThat(row()).containsEntry("active", true);
        assertThat(outbox(DISABLED)).isZero();
    }

    private void answering(int status) {
        receiver.answering(request -> Answer.of(request.path().equals("/hook") ? status : 200));
    }

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            records.send(endpoint.id(), endpoints.version(endpoint.id()));
        }
    }

    /** What the other endpoint receives. */
    private Received notice(String type) {
        await().atMost(PATIENCE).until(() -> {
            relay.run();
            return receiver.received("/watching").stream()
                    .anyMatch(request -> request.header("X-iGregulator-Event").equals(type));
        });
        return receiver.received("/watching").stream()
                .filter(request -> request.header("X-iGregulator-Event").equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode data(Received notice) {
        return JsonMapper.shared().readTree(notice.body()).path("data");
    }

    private void awaitInactive() {
        await().atMost(PATIENCE)
                .until(() -> count("endpoint WHERE id = '%s' AND NOT active".formatted(endpoint.id())) == 1);
    }

    private void backdate(String age) {
        endpoints
                .jdbc()
                .sql("UPDATE endpoint_activity SET failing_since = now() - ?::interval WHERE endpoint_id = ?")
                .param(age)
                .param(endpoint.id().value())
                .update();
    }

    private String failing(String condition) {
        return "endpoint_activity WHERE endpoint_id = '%s' AND failing_since IS NOT NULL AND %s"
                .formatted(endpoint.id(), condition);
    }

    private Map<String, @Nullable Object> row() {
        return worker.row(
                "SELECT active, inactive_reason, inactive_since FROM endpoint WHERE id = ?",
                endpoint.id().value());
    }

    /** Notices of the endpoint that wait to be published. */
    private long outbox(String type) {
        return count(
                "outbox WHERE topic = '%s' AND message_key = '%s' AND position('%s' IN convert_from(value, 'UTF8')) > 0"
                        .formatted(Topics.WEBHOOK_EVENTS, endpoint.id(), type));
    }

    private static long count(String fromAndWhere) {
        return endpoints
                .jdbc()
                .sql("SELECT count(*) FROM " + fromAndWhere)
                .query(Long.class)
                .single();
    }
}
