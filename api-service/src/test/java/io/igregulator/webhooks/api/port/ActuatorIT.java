package io.igregulator.webhooks.api.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActuatorIT {
    private final RunningApi api = RunningApi.strict();
    private final Client probe = api.operator().authorization(null);

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void probesNeedNoTokenAndKafkaIsNotAsked(String path) {
        assertThat(probe.get(path).is(200).json().path("status").asString()).isEqualTo("UP");
    }

    @Test
    void requestsAreMeasuredByRouteAndStatus() {
        api.customer("pro").client().get("/v1/webhooks").is(200);
        api.anonymous().get("/v1/webhooks").is(401);

        String metrics = probe.get("/actuator/prometheus").is(200).body();

        assertThat(metrics.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("http_server_requests_seconds_count")
                        .contains("status=\"200\"", "uri=\"/v1/webhooks\""))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("http_server_requests_seconds_count")
                        .contains("status=\"401\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/configprops", "/actuator/health/nothing"})
    void nothingElseIsExposed(String path) {
        api.operator().get(path).isError(404, "not_found", "route_not_found");
    }

    /** Whatever a deployment exposes, and however the path is written. */
    @Test
    void everythingButHealthAndMetricsNeedsTheToken() {
        List<String> paths = List.of(
                "/actuator",
                "/actuator/",
                "/actuator/info",
                "/actuator/env",
                "/actuator/loggers",
                "/actuator/threaddump",
                "/actuator/health/../env",
                "/actuator/health/..;/env",
                "/actuator/%65nv",
                "/actuator/prometheus/../env",
                "/actuator/env;/health",
                "/actuator/healthenv");
        try (RunningApi exposed = RunningApi.with(Map.of("management.endpoints.web.exposure.include", "*"))) {
            Client stranger = exposed.operator().authorization(null);
            for (String path : paths) {
                stranger.get(path).isError(401, "auth_required", "api_key_missing");
                stranger.authorization("Bearer not-the-operators-token")
                        .get(path)
                        .isError(401, "auth_invalid", "api_key_invalid");
            }
        }
    }

    @Test
    void theTokenOpensWhatIsExposed() {
        try (RunningApi exposed = RunningApi.with(Map.of("management.endpoints.web.exposure.include", "*"))) {
            exposed.operator().get("/actuator/env").is(200);
            exposed.operator()
                    .post("/actuator/loggers/some.logger", "{\"configuredLevel\": null}")
                    .is(204);
            exposed.operator().authorization(null).get("/actuator/prometheus").is(200);
            exposed.operator().authorization(null).get("/actuator/health").is(200);
            exposed.anonymous().get("/actuator/env").isError(404, "not_found", "route_not_found");
        }
    }
}
