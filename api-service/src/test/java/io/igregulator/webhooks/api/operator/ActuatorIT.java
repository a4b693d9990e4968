package io.igregulator.webhooks.api.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
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
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/configprops"})
    void nothingElseIsExposed(String path) {
        probe.get(path).isError(404, "not_found", "route_not_found");
    }
}
