package io.igregulator.webhooks.worker.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.KafkaBroker;
import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.history.DeliveryStatus;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.DeliveryRecords;
import io.igregulator.webhooks.worker.fixture.Received;
import io.igregulator.webhooks.worker.fixture.Receiver;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import io.igregulator.webhooks.worker.fixture.TestEndpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    private final Receiver receiver = Receiver.start();
    private PostgresServer postgres;
    private KafkaBroker kafka;
    private RunningWorker worker;
    private DeliveryRecords records;

    @BeforeEach
    void startAll() {
        postgres = PostgresServer.start(PostgresServer.Options.kept(directory.resolve("postgres")));
        postgres.createDatabase("webhooks");
        kafka = KafkaBroker.start(KafkaBroker.Options.kept(directory.resolve("kafka")));
        kafka.createTopics(Topics.ALL.stream()
                .map(topic ->
                        new NewTopic(topic, topic.equals(Topics.DELIVERIES) ? RunningWorker.SHARDS : 1, (short) 1))
                .toArray(NewTopic[]::new));
        worker = RunningWorker.start(
                new Infrastructure.Database(postgres.jdbcUrl("webhooks"), PostgresServer.USER, PostgresServer.PASSWORD),
                "spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "spring.datasource.hikari.connection-timeout=1000",
                "webhooks.retry.delays=500ms,500ms,500ms,500ms,500ms");
        records = new DeliveryRecords(worker.endpoints().jdbc(), kafka.bootstrapServers());
    }

    @AfterEach
    void stopAll() {
        records.close();
        worker.close();
        receiver.close();
        kafka.close();
        postgres.close();
    }

    @Test
    void withoutPostgresNothingIsLostAndTheWorkerSaysSoAndRecoversByItself() {
        TestEndpoint endpoint = worker.endpoints().create(receiver.url("/hook"));
        records.send(endpoint.id(), 1);
        awaitSuccess(1);
        int port = postgres.port();
        kill(postgres.pid());
        await().atMost(PATIENCE)
                .until(() -> worker.get("/actuator/health/readiness").statusCode() == 503);
        // The endpoint is cached: requests go out until their outcomes have waited for too long.
        records.sendWithoutRow(endpoint.id(), 20);
        await().atMost(PATIENCE).until(() -> receiver.received().size() > 1);
        assertThat(worker.metric("webhook_outcomes_unrecorded")).isPositive();
        assertThat(lag()).as("nothing is committed that is not recorded").isGreaterThanOrEqualTo(20);
        await().atMost(PATIENCE).until(() -> worker.metric("webhook_outcomes_commit_failures_total") > 0);

        postgres = PostgresServer.start(
                PostgresServer.Options.kept(directory.resolve("postgres")).withPort(port));
        awaitSuccess(21);
        await().atMost(PATIENCE).until(() -> lag() == 0);
        await().atMost(PATIENCE)
                .until(() -> worker.get("/actuator/health/readiness").statusCode() == 200);
        assertThat(receiver.received()).as("none was repeated").hasSize(21);
    }

    @Test
    void withoutKafkaRequestsInFlightAndRetriesGoOnAndTheRestFollows() {
        receiver.answering(request -> request.attempt() < 3 ? Answer.of(500) : Answer.of(200));
        TestEndpoint endpoint = worker.endpoints().create(receiver.url("/hook"));
        for (int i = 0; i < 5; i++) {
            records.send(endpoint.id(), 1);
        }
        await().atMost(PATIENCE).until(() -> receiver.received().size() >= 5);
        int port = kafka.port();
        int controllerPort = kafka.controllerPort();
        kafka.close();
        awaitSuccess(5);

        kafka = KafkaBroker.start(
                KafkaBroker.Options.kept(directory.resolve("kafka")).withPorts(port, controllerPort));
        receiver.answering(request -> Answer.of(200));
        for (int i = 0; i < 5; i++) {
            records.send(endpoint.id(), 1);
        }
        awaitSuccess(10);
        await().atMost(PATIENCE).until(() -> lag() == 0);
        Set<String> delivered =
                receiver.received().stream().map(Received::eventId).collect(Collectors.toSet());
        assertThat(delivered).hasSize(10);
    }

    private void awaitSuccess(long count) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> worker.endpoints()
                                .jdbc()
                                .sql("SELECT count(*) FROM delivery WHERE status = " + DeliveryStatus.SUCCESS.code())
                                .query(Long.class)
                                .single()
                        == count);
    }

    private long lag() {
        return DeliveryRecords.lag(
                kafka.bootstrapServers(), ConsumerGroups.DISPATCH, Topics.DELIVERIES, RunningWorker.SHARDS);
    }

    /** SIGKILL: what an outage is. */
    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }
}
