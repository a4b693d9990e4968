package io.igregulator.webhooks.worker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.settings.ConflictingSettingsException;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsRulesIT {
    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            webhooks.waiting.lease=15s            | webhooks.waiting.lease (PT15S) must be longer than webhooks.http.exchange-timeout (PT15S)
            webhooks.dispatch.stop-wait=20s       | spring.lifecycle.timeout-per-shutdown-phase (PT20S) must be longer than webhooks.dispatch.stop-wait (PT20S)
            webhooks.lanes.max-in-flight=2501     | webhooks.http.max-connections (2500) must not be below webhooks.lanes.max-in-flight (2501)
            webhooks.lanes.concurrency=501        | webhooks.http.max-connections-per-route (500) must not be below webhooks.lanes.concurrency (501)
            webhooks.degraded.minimum-attempts=11 | webhooks.breaker.minimum-attempts (10) must not be below webhooks.degraded.minimum-attempts (11)
            """)
    void theWorkerRefusesToStartAndNamesBothSettings(String setting, String message) {
        assertThatThrownBy(() -> RunningWorker.start(database, setting))
                .rootCause()
                .isInstanceOf(ConflictingSettingsException.class)
                .hasMessage(message);
    }
}
