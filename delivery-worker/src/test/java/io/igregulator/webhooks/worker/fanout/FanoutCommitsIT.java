package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.topic.Topics;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FanoutCommitsIT {
    @Test
    void aPlannedStopCommitsWhatIsDoneHoweverLongThatMayWait() {
        try (var fixture = new FanoutFixture(Duration.ofHours(1)).started()) {
            fixture.endpoint(fixture.account("acme"), true, true, EventType.LICENSE_ISSUED);
            var published =
                    fixture.publish(Topics.LICENSE_EVENTS, Events.of(Events.id(), EventType.LICENSE_ISSUED, "acme"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> fixture.read(Topics.DELIVERIES).size() == 1);
            assertThat(fixture.isDone(published)).isFalse();

            fixture.fanout.stop();

            await().until(() -> fixture.isDone(published));
        }
    }
}
