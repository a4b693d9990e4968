package io.igregulator.webhooks.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import org.junit.jupiter.api.Test;

class PulseSettingIT {
    private final Infrastructure.Database database = Infrastructure.shared().freshDatabase();

    @Test
    void aPulseThatWouldNoticeAFreezeAfterTheSessionIsRefusedAtTheStart() {
        assertThatThrownBy(() -> RunningWorker.start(database, "webhooks.dispatch.pulse=6s"))
                .rootCause()
                .hasMessage(
                        "webhooks.dispatch.pulse (PT6S) must be below webhooks.dispatch.consumer.session.timeout.ms (PT6S)");
        assertThatThrownBy(() -> RunningWorker.start(
                        database, "webhooks.dispatch.pulse=5s", "webhooks.dispatch.consumer.session.timeout.ms=4000"))
                .rootCause()
                .hasMessage(
                        "webhooks.dispatch.pulse (PT5S) must be below webhooks.dispatch.consumer.session.timeout.ms (PT4S)");
    }
}
