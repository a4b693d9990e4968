package io.igregulator.webhooks.worker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Health and metrics are read by everyone who reaches the port, all else by the operator's token or not at all. */
class ActuatorAccessIT {
    private static final String TOKEN = "operator-token-of-the-tests";
    private static final String EVERYTHING = "management.endpoints.web.exposure.include=*";
    private static final List<String> GUARDED = List.of(
            "/actuator",
            "/actuator/info",
            "/actuator/env",
            "/actuator/loggers",
            "/actuator/threaddump",
            "/actuator/health/../env",
            "/actuator/%65nv",
            "/actuator/healthenv");
    private static final List<String> OPEN = List.of(
            "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus");

    @Test
    void withoutATokenNothingElseCanBeReached() throws Exception {
        try (RunningWorker worker =
                RunningWorker.start(Infrastructure.shared().freshDatabase(), EVERYTHING, "webhooks.operator.token=")) {
            for (String path : GUARDED) {
                assertThat(status(worker, path, null)).as(path).isEqualTo(404);
                assertThat(status(worker, path, "Bearer x")).as(path).isEqualTo(404);
            }
            for (String path : OPEN) {
                assertThat(status(worker, path, null)).as(path).isIn(200, 503);
            }
        }
    }

    @Test
    void aTokenOpensTheRest() throws Exception {
        try (RunningWorker worker = RunningWorker.start(
                Infrastructure.shared().freshDatabase(), EVERYTHING, "webhooks.operator.token=" + TOKEN)) {
            for (String path : GUARDED) {
                assertThat(status(worker, path, null)).as(path).isEqualTo(401);
                assertThat(status(worker, path, "Bearer " + TOKEN + "x"))
                        .as(path)
                        .isEqualTo(401);
                assertThat(status(worker, path, "Basic " + TOKEN)).as(path).isEqualTo(401);
            }
            assertThat(status(worker, "/actuator/env", "Bearer " + TOKEN)).isEqualTo(200);
            for (String path : OPEN) {
                assertThat(status(worker, path, null)).as(path).isIn(200, 503);
            }
        }
    }

    @Test
    void theActuatorHasNoPortOfItsOwn() {
        assertThatThrownBy(
                        () -> RunningWorker.start(Infrastructure.shared().freshDatabase(), "management.server.port=1")
                                .close())
                .hasStackTraceContaining("the actuator has no port of its own");
    }

    private static int status(RunningWorker worker, String path, @Nullable String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(worker.uri(path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString()).statusCode();
        }
    }
}
