package io.igregulator.webhooks.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.RunningApi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What keeps the service from starting, and whether it says so clearly. */
@ExtendWith(OutputCaptureExtension.class)
class ApiStartIT {
    @ParameterizedTest
    @ValueSource(strings = {"", "too-short", "has a space in it"})
    void withoutAProperOperatorsTokenItDoesNotStart(String token, CapturedOutput output) {
        assertThat(start("webhooks.operator.token", token)).isFalse();

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("webhooks.operator.token must be set to at least 16 printable ASCII characters");
        if (!token.isEmpty()) {
            assertThat(output).doesNotContain(token);
        }
    }

    @Test
    void withoutAKeyForSecretsItDoesNotStart(CapturedOutput output) {
        assertThat(start("webhooks.secrets.active-key", "")).isFalse();

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("webhooks.secrets.active-key must name one of webhooks.secrets.keys")
                .doesNotContain(RunningApi.SECRET_KEY);
    }

    @Test
    void anInvalidKeyForSecretsIsNamedButNotShown(CapturedOutput output) {
        assertThat(start("webhooks.secrets.keys.k1", "c2VjcmV0LWJ1dC1zaG9ydA=="))
                .isFalse();

        assertThat(output)
                .contains("webhooks.secrets.keys.k1 is not 32 bytes long")
                .doesNotContain("c2VjcmV0LWJ1dC1zaG9ydA==");
    }

    /** Each would be a way around the operator's token. */
    @ParameterizedTest
    @CsvSource({
        "management.server.port, 1, the actuator has no port of its own",
        "management.server.port, 0, the actuator has no port of its own",
        "management.endpoints.web.base-path, /docs, the actuator is at /actuator"
    })
    void theActuatorCannotBeMoved(String property, String value, String reason, CapturedOutput output) {
        assertThat(start(property, value)).isFalse();

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains(property)
                .contains(reason);
    }

    private static boolean start(String property, String value) {
        Map<String, Object> properties = RunningApi.defaults();
        properties.put(property, value);
        try {
            SpringApplication.run(ApiApplication.class, RunningApi.arguments(properties))
                    .close();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
