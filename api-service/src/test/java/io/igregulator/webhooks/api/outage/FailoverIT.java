package io.igregulator.webhooks.api.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.embedded.Failover;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.topic.Topics;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL stays connected and is of no use: its primary was demoted, or it hangs. */
class FailoverIT {
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ENDPOINT = "{\"url\": \"https://93.184.215.14/%s\", \"events\": [\"license.issued\"]}";

    private final PostgresServer postgres = PostgresServer.start(PostgresServer.Options.temporary());
    private RunningApi api;
    private Client client;
    private Client probe;

    @BeforeEach
    void start() {
        Infrastructure.shared()
                .createTopics(Topics.ALL.stream()
                        .map(topic -> new NewTopic(topic, 1, (short) 1))
                        .toArray(NewTopic[]::new));
        postgres.createDatabase("webhooks");
        api = RunningApi.with(Map.of(
                "spring.datasource.url",
                postgres.jdbcUrl("webhooks"),
                "spring.datasource.hikari.connection-timeout",
                "1000",
                "spring.datasource.hikari.data-source-properties.socketTimeout",
                "4",
                "spring.kafka.bootstrap-servers",
                Infrastructure.shared().bootstrapServers()));
        client = api.customer("enterprise").client();
        probe = api.operator().authorization(null);
    }

    @AfterEach
    void stop() {
        api.close();
        postgres.close();
    }

    @Test
    void callersAreAskedToComeBackAndWritesGoOnSoonAfterTheNewPrimaryTakesThem() throws SQLException {
        Failover failover = new Failover(postgres);
        client.post("/v1/webhooks", ENDPOINT.formatted("before")).is(201);

        failover.demote();
        await().atMost(PROMISED)
                .untilAsserted(() -> probe.get("/actuator/health/readiness").is(503));
        probe.get("/actuator/health/liveness").is(200);
        isAskedToComeBack(client.post("/v1/webhooks", ENDPOINT.formatted("during")));
        isAskedToComeBack(client.get("/v1/webhooks"));
        isAskedToComeBack(api.operator().post("/operator/v1/accounts", "{\"name\": \"A\", \"plan\": \"pro\"}"));

        String promoted = one("SELECT clock_timestamp()");
        failover.promote();
        await().atMost(PROMISED).untilAsserted(() -> {
            client.post("/v1/webhooks", ENDPOINT.formatted("after")).is(201);
            probe.get("/actuator/health/readiness").is(200);
            assertThat(one("SELECT count(*) FROM outbox"))
                    .as("changes reach Kafka")
                    .isEqualTo("0");
        });
        assertThat(client.get("/v1/webhooks").is(200).body())
                .contains("/before", "/after")
                .doesNotContain("/during");
        await().atMost(PROMISED)
                .untilAsserted(() -> assertThat(sessionsBefore(promoted))
                        .as("no session of the old primary is kept")
                        .isEqualTo("0"));
    }

    @Test
    void sessionsThatNothingIsWrittenThroughLeaveTheOldPrimaryToo() throws SQLException {
        Failover failover = new Failover(postgres);
        failover.demote();
        String promoted = one("SELECT clock_timestamp()");
        failover.promote();

        // No caller writes; a load balancer asks, as it always does.
        await().atMost(PROMISED).untilAsserted(() -> {
            probe.get("/actuator/health/readiness").is(200);
            assertThat(sessionsBefore(promoted)).isEqualTo("0");
            assertThat(one("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'webhook-outbox-relay'"))
                    .isEqualTo("1");
        });
    }

    @Test
    void aPostgresThatHangsIsAnsweredForAndRecoversFrom() throws IOException {
        client.get("/v1/webhooks").is(200);
        // The server first: a session that it opens while the others are listed would answer on.
        signal("-STOP", List.of(Long.toString(postgres.pid())));
        List<String> processes = processes();
        signal("-STOP", processes);
        try {
            probe.get("/actuator/health/readiness").is(503);
            isAskedToComeBack(client.get("/v1/webhooks"));
            probe.get("/actuator/health/liveness").is(200);
        } finally {
            signal("-CONT", processes);
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            probe.get("/actuator/health/readiness").is(200);
            client.post("/v1/webhooks", ENDPOINT.formatted("after")).is(201);
        });
    }

    private static void isAskedToComeBack(Answer answer) {
        answer.isError(503, "server_error", "temporarily_unavailable");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    private String sessionsBefore(String instant) throws SQLException {
        return one("""
                SELECT count(*) FROM pg_stat_activity
                WHERE application_name LIKE 'webhook-%%' AND backend_start < '%s'
                """.formatted(instant));
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = postgres.connect("webhooks");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private List<String> processes() {
        List<String> processes = new ArrayList<>(List.of(Long.toString(postgres.pid())));
        ProcessHandle.of(postgres.pid())
                .orElseThrow()
                .descendants()
                .forEach(child -> processes.add(Long.toString(child.pid())));
        return processes;
    }

    private static void signal(String signal, List<String> processes) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        command.addAll(processes);
        new ProcessBuilder(command).start().onExit().join();
    }
}
